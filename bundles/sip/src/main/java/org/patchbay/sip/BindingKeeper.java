package org.patchbay.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Network;
import org.patchbay.sip.registrar.Binding;
import org.patchbay.sip.registrar.BindingListener;
import org.patchbay.sip.registrar.Bindings;
import org.patchbay.sip.store.KeptRegistration;
import org.patchbay.sip.store.RegistrationStore;
import org.patchbay.sip.transport.Transport;
import org.patchbay.sip.transport.Transports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes bindings down in groups, so that they outlive a restart. What waits is one entry for each binding, the last one.
 * Thread-safe.
 */
final class BindingKeeper implements BindingListener {

    private static final Logger log = LoggerFactory.getLogger(BindingKeeper.class);
    private static final int GROUP = 500;

    private final RegistrationStore store;
    private final Clock clock;
    private Map<String, Optional<Binding>> waiting = new LinkedHashMap<>();

    BindingKeeper(RegistrationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void added(Binding binding) {
        put(binding, Optional.of(binding));
    }

    @Override
    public void refreshed(Binding binding) {
        put(binding, Optional.of(binding));
    }

    @Override
    public void removed(Binding binding) {
        put(binding, Optional.empty());
    }

    private synchronized void put(Binding binding, Optional<Binding> present) {
        if (binding.flow().transport() == Transport.UDP) {
            waiting.put(binding.id(), present);
        }
    }

    private synchronized Map<String, Optional<Binding>> take() {
        Map<String, Optional<Binding>> taken = waiting;
        waiting = new LinkedHashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<String, Optional<Binding>> failed) {
        failed.forEach(waiting::putIfAbsent);
    }

    /** Writes down what changed; what cannot be written now waits for the next time. */
    void flush() {
        Map<String, Optional<Binding>> left = take();
        while (!left.isEmpty()) {
            List<KeptRegistration> present = new ArrayList<>();
            List<String> gone = new ArrayList<>();
            List<String> ids = left.keySet().stream().limit(GROUP).toList();
            for (String id : ids) {
                Optional<Binding> binding = left.getOrDefault(id, Optional.empty());
                binding.ifPresentOrElse(found -> present.add(kept(found)), () -> gone.add(id));
            }
            try {
                store.write(present, gone);
            } catch (RuntimeException e) {
                log.warn("Registrations cannot be written down now", e);
                putBack(left);
                return;
            }
            ids.forEach(left::remove);
        }
    }

    private static KeptRegistration kept(Binding binding) {
        InetSocketAddress remote = binding.flow().remote();
        return new KeptRegistration(
                binding.id(),
                binding.portal(),
                binding.account(),
                binding.user(),
                binding.domain(),
                binding.contact(),
                binding.instance(),
                binding.path(),
                binding.q(),
                binding.callId(),
                binding.cseq(),
                binding.userAgent(),
                binding.expires(),
                Network.written(remote.getAddress()),
                remote.getPort());
    }

    /** Puts back what was written down before the last stop; how many. */
    int restore(Bindings bindings, Transports transports) {
        int count = 0;
        String after = "";
        while (true) {
            List<KeptRegistration> page = store.all(clock.instant(), after, GROUP);
            for (KeptRegistration kept : page) {
                Optional<InetAddress> address = Network.address(kept.address());
                if (address.isPresent()) {
                    bindings.restore(binding(kept, address.get(), transports));
                    count++;
                }
            }
            if (page.size() < GROUP) {
                store.sweep(clock.instant());
                return count;
            }
            after = page.get(page.size() - 1).id();
        }
    }

    private static Binding binding(KeptRegistration kept, InetAddress address, Transports transports) {
        return new Binding(
                kept.id(),
                kept.portal(),
                kept.account(),
                kept.user(),
                kept.domain(),
                kept.contact(),
                kept.instance(),
                kept.path(),
                kept.q(),
                kept.callId(),
                kept.cseq(),
                kept.userAgent(),
                kept.expires(),
                transports.to(Transport.UDP, new InetSocketAddress(address, kept.port()), ""));
    }
}
