package org.patchbay.calls.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.Extension;
import org.patchbay.calls.plan.RingOrder;

/** Who waits in which queue, and which agents take calls. Thread-safe. */
public final class QueueBoard {

    private record Key(PortalId portal, String id) {}

    private record Talk(Call call, String agent) {}

    private final Map<Key, List<QueueStage>> waiting = new HashMap<>();
    private final Set<Key> loggedOut = new HashSet<>();
    private final Map<Key, Instant> wrapUp = new HashMap<>();
    private final Map<Talk, Duration> afterwards = new HashMap<>();
    private final Set<Key> reserved = new HashSet<>();

    /** The number of the queue in which a call waits. */
    public static Optional<String> waitsIn(Call call) {
        return call.stage() instanceof QueueStage waits
                ? Optional.of(waits.queue().number()).filter(number -> !number.isEmpty())
                : Optional.empty();
    }

    /** Takes calls of queues from now on, or no more; whether it does. */
    public synchronized boolean toggle(PortalId portal, String extension) {
        Key key = new Key(portal, extension);
        return loggedOut.remove(key) || !loggedOut.add(key);
    }

    /** Whether the extension takes calls of queues. */
    public synchronized boolean loggedIn(PortalId portal, String extension) {
        return !loggedOut.contains(new Key(portal, extension));
    }

    /** Whether there is a place in the queue; if so, it is taken. */
    synchronized boolean enter(PortalId portal, CallQueue queue, QueueStage stage) {
        List<QueueStage> line = waiting.computeIfAbsent(new Key(portal, queue.id()), none -> new ArrayList<>());
        if (line.size() >= queue.mostWaiting()) {
            return false;
        }
        line.add(stage);
        return true;
    }

    synchronized void leave(PortalId portal, CallQueue queue, QueueStage stage) {
        Key key = new Key(portal, queue.id());
        List<QueueStage> line = waiting.getOrDefault(key, List.of());
        line.remove(stage);
        if (line.isEmpty()) {
            waiting.remove(key);
        }
    }

    /** Counts from 1 on; 0 for one that does not wait. */
    synchronized int position(PortalId portal, CallQueue queue, QueueStage stage) {
        return waiting.getOrDefault(new Key(portal, queue.id()), List.of()).indexOf(stage) + 1;
    }

    /** Callers who wait, the first first. */
    synchronized List<QueueStage> waiting(PortalId portal, String queue) {
        return List.copyOf(waiting.getOrDefault(new Key(portal, queue), List.of()));
    }

    /** Whether somebody takes calls at all. */
    synchronized boolean staffed(PortalId portal, CallQueue queue) {
        return queue.agents().stream().anyMatch(agent -> loggedIn(portal, agent));
    }

    /** The next agents to ring, who ring for this caller alone until released; empty when none is free. */
    synchronized List<Extension> reserve(
            PortalId portal, CallQueue queue, RingOrder order, Predicate<String> idle, Instant now) {
        List<String> free = queue.agents().stream()
                .filter(agent -> loggedIn(portal, agent) && idle.test(agent))
                .filter(agent -> !reserved.contains(new Key(portal, agent)))
                .filter(agent -> !wrapUp.getOrDefault(new Key(portal, agent), Instant.MIN)
                        .isAfter(now))
                .toList();
        List<List<Extension>> lists = order.of(portal, queue.id(), queue.strategy(), free, true);
        if (lists.isEmpty()) {
            return List.of();
        }
        lists.get(0).forEach(agent -> reserved.add(new Key(portal, agent.id())));
        return lists.get(0);
    }

    synchronized void release(PortalId portal, List<Extension> agents) {
        agents.forEach(agent -> reserved.remove(new Key(portal, agent.id())));
    }

    /** The agent rests so long when this call is over. */
    synchronized void restAfter(Call call, String agent, Duration time) {
        afterwards.put(new Talk(call, agent), time);
    }

    /** The agent's part in a call is over. */
    synchronized void over(Call call, String agent, Instant now) {
        Duration time = afterwards.remove(new Talk(call, agent));
        if (time != null) {
            rest(call.portal(), agent, now, time);
        }
    }

    /** An agent gets no call for a while. */
    synchronized void rest(PortalId portal, String agent, Instant now, Duration time) {
        wrapUp.put(new Key(portal, agent), now.plus(time));
        wrapUp.values().removeIf(until -> until.isBefore(now));
    }
}
