package org.patchbay.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.patchbay.calls.call.QueueBoard;

/**
 * Tells on what changes in calls: to pages that follow them, and to phones with a lamp for an extension, a queue or a place for
 * parked calls. Thread-safe.
 */
@Component(service = CallNews.class)
public final class CallNews {

    private record Place(PortalId portal, String number) {}

    private static final List<String> PACKAGES = List.of("dialog", "presence");

    private final Signalling signalling;
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Place, CallId> parked = new ConcurrentHashMap<>();
    private final Map<Place, Set<CallId>> waiting = new ConcurrentHashMap<>();
    private final Map<CallId, Map<String, CallParty.State>> lamps = new ConcurrentHashMap<>();

    @Activate
    public CallNews(@Reference Signalling signalling) {
        this.signalling = signalling;
    }

    /** Hears of each call that is otherwise than before, on the calls' threads; must return soon. */
    Registration hear(Consumer<Call> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(Call call) {
        LiveCall live = call.live();
        Optional<String> queue = live.state() == CallState.WAITING ? QueueBoard.waitsIn(call) : Optional.empty();
        park(call.portal(), live);
        queue(call.portal(), live, queue);
        light(call.portal(), live, queue);
        listeners.forEach(listener -> listener.accept(call));
    }

    /** The call that waits at a place for parked ones. */
    Optional<CallId> parkedAt(PortalId portal, String place) {
        return Optional.ofNullable(parked.get(new Place(portal, place)));
    }

    /** The calls that wait in the queue with this number. */
    Set<CallId> waitingIn(PortalId portal, String number) {
        return waiting.getOrDefault(new Place(portal, number), Set.of());
    }

    private void queue(PortalId portal, LiveCall call, Optional<String> number) {
        Optional<Place> now = number.map(one -> new Place(portal, one));
        for (Place place : waiting.keySet()) {
            if (!Optional.of(place).equals(now)) {
                waiting.computeIfPresent(place, (same, calls) -> without(calls, call.id()));
            }
        }
        now.ifPresent(place -> waiting.merge(place, Set.of(call.id()), CallNews::union));
    }

    private static Set<CallId> union(Set<CallId> some, Set<CallId> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Set<CallId> without(Set<CallId> calls, CallId one) {
        Set<CallId> left = calls.stream().filter(call -> !call.equals(one)).collect(Collectors.toUnmodifiableSet());
        return left.isEmpty() ? null : left;
    }

    private void park(PortalId portal, LiveCall call) {
        Optional<Place> now = call.place().map(number -> new Place(portal, number));
        parked.entrySet()
                .removeIf(entry -> entry.getValue().equals(call.id())
                        && !Optional.of(entry.getKey()).equals(now));
        now.ifPresent(place -> parked.put(place, call.id()));
    }

    private void light(PortalId portal, LiveCall call, Optional<String> queue) {
        Map<String, CallParty.State> now = new HashMap<>();
        for (CallParty party : call.parties()) {
            if (party.department().isPresent()) {
                now.merge(party.number(), party.state(), (one, other) -> one == CallParty.State.RINGING ? other : one);
            }
        }
        call.place().ifPresent(place -> now.put(place, CallParty.State.HOLDING));
        queue.ifPresent(number -> now.put(number, CallParty.State.HOLDING));
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
