package org.patchbay.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.calls.call.Call;

/** Tells on what changes in calls: to pages that follow them, and to phones with a lamp for an extension. Thread-safe. */
@Component(service = CallNews.class)
public final class CallNews {

    private static final List<String> PACKAGES = List.of("dialog", "presence");

    private final Signalling signalling;
    private final List<BiConsumer<PortalId, LiveCall>> listeners = new CopyOnWriteArrayList<>();
    private final Map<CallId, Map<String, CallParty.State>> lamps = new ConcurrentHashMap<>();

    @Activate
    public CallNews(@Reference Signalling signalling) {
        this.signalling = signalling;
    }

    /** Hears of each call that is otherwise than before, on the calls' threads; must return soon. */
    Registration hear(BiConsumer<PortalId, LiveCall> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(Call call) {
        LiveCall live = call.live();
        light(call.portal(), live);
        listeners.forEach(listener -> listener.accept(call.portal(), live));
    }

    private void light(PortalId portal, LiveCall call) {
        Map<String, CallParty.State> now = new HashMap<>();
        for (CallParty party : call.parties()) {
            if (party.department().isPresent()) {
                now.merge(party.number(), party.state(), (one, other) -> one == CallParty.State.RINGING ? other : one);
            }
        }
        boolean over = call.state() == CallState.ENDED;
        Map<String, CallParty.State> before = Optional.ofNullable(
                        over || now.isEmpty() ? lamps.remove(call.id()) : lamps.put(call.id(), now))
                .orElse(Map.of());
        before.keySet().stream().filter(number -> !now.containsKey(number)).forEach(number -> tell(portal, number));
        now.forEach((number, state) -> {
            if (!Objects.equals(before.get(number), state)) {
                tell(portal, number);
            }
        });
    }

    private void tell(PortalId portal, String number) {
        PACKAGES.forEach(name -> signalling.changed(portal, name, number));
    }
}
