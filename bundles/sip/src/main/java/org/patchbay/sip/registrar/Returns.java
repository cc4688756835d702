package org.patchbay.sip.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.transport.Flow;

/**
 * Knows the newest connection of each device, by the address of its Contact, so that a call goes on by it when the one that
 * it began on has ended (RFC 5626, section 5.3). Thread-safe.
 */
public final class Returns implements BindingListener {

    private final BindingListener next;
    private final Map<String, Binding> newest = new ConcurrentHashMap<>();
    private final Map<String, List<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Everything that is heard goes on to the next. */
    public Returns(BindingListener next) {
        this.next = next;
    }

    private static Optional<String> place(PortalId portal, String contact) {
        return SipUri.parse(contact).map(uri -> portal + " " + uri.user() + '@' + uri.host() + ':' + uri.port());
    }

    /** The connection of who is registered with this Contact. */
    public Optional<Flow> of(PortalId portal, String contact) {
        return place(portal, contact)
                .flatMap(place -> Optional.ofNullable(newest.get(place)))
                .map(Binding::flow)
                .filter(Flow::isOpen);
    }

    /**
     * Runs this once somebody is registered with this Contact, which may be at once, in any thread.
     *
     * @return forgets it
     */
    public Runnable await(PortalId portal, String contact, Runnable action) {
        Optional<String> found = place(portal, contact);
        if (found.isEmpty()) {
            return () -> {};
        }
        String place = found.get();
        waiting.compute(place, (same, present) -> {
            List<Runnable> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
            all.add(action);
            return all;
        });
        if (of(portal, contact).isPresent()) {
            wake(place);
        }
        return () -> waiting.computeIfPresent(place, (same, present) -> {
            List<Runnable> left = present.stream().filter(one -> one != action).toList();
            return left.isEmpty() ? null : left;
        });
    }

    private void wake(String place) {
        List<Runnable> actions = waiting.remove(place);
        if (actions != null) {
            actions.forEach(Runnable::run);
        }
    }

    private void came(Binding binding) {
        if (!binding.flow().transport().isReliable()) {
            return;
        }
        place(binding.portal(), binding.contact()).ifPresent(place -> {
            // Nobody takes the calls of another account by giving its Contact.
            Binding now = newest.compute(
                    place,
                    (same, old) -> old == null
                                    || old.account().equals(binding.account())
                                    || !old.flow().isOpen()
                            ? binding
                            : old);
            if (now.equals(binding)) {
                wake(place);
            }
        });
    }

    @Override
    public void added(Binding binding) {
        came(binding);
        next.added(binding);
    }

    @Override
    public void refreshed(Binding binding) {
        came(binding);
        next.refreshed(binding);
    }

    @Override
    public void removed(Binding binding) {
        place(binding.portal(), binding.contact())
                .ifPresent(place -> newest.computeIfPresent(
                        place, (same, present) -> present.id().equals(binding.id()) ? null : present));
        next.removed(binding);
    }
}
