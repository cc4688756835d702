package org.patchbay.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.calls.Json;
import org.patchbay.calls.call.ManualTimers;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;

/** Two servers of a cluster, and what each knows of the calls outside of the other. */
final class OutsideElsewhereTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PortalId ACME = new PortalId("acme");
    private static final PortalId BOLT = new PortalId("bolt");
    private static final String HAMBURG = "+4940123456";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final ManualTimers timers = new ManualTimers(clock);

    @AfterEach
    void close() {
        cluster.close();
    }

    private static final class Server implements OutsideElsewhere.Here {

        private final Map<String, Integer> calls = new ConcurrentHashMap<>();
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public Map<String, Integer> goingOn() {
            return calls;
        }

        @Override
        public void ended(PortalId portal, long seconds, List<String> numbers) {
            heard.add(portal.value() + ' ' + seconds + ' ' + numbers);
        }
    }

    private OutsideElsewhere on(String node, Server server) {
        return new OutsideElsewhere(cluster.node(node), node, timers, Runnable::run, clock, server);
    }

    @Test
    void whatGoesOnElsewhereIsKnownWithinASecond() {
        var first = new Server();
        try (var one = on("one", first);
                var two = on("two", new Server())) {
            first.calls.put("acme", 3);
            timers.pass(Duration.ofSeconds(1));
            await().atMost(PATIENCE).until(() -> two.goingOn(ACME) == 3);
            assertThat(two.goingOn(BOLT)).isZero();
            assertThat(one.goingOn(ACME)).as("its own are counted by itself").isZero();
            first.calls.clear();
            timers.pass(Duration.ofSeconds(1));
            await().atMost(PATIENCE).until(() -> two.goingOn(ACME) == 0);
        }
    }

    @Test
    void aCallThatEndedIsToldOnce() {
        var first = new Server();
        var second = new Server();
        try (var one = on("one", first);
                var two = on("two", second)) {
            one.tell(ACME, 90, List.of(HAMBURG));
            timers.pass(Duration.ofSeconds(5));
            one.tell(BOLT, 1, List.of());
            timers.pass(Duration.ofSeconds(1));
            await().atMost(PATIENCE).until(() -> second.heard.contains("bolt 1 []"));
            assertThat(second.heard).containsExactly("acme 90 [" + HAMBURG + "]", "bolt 1 []");
            assertThat(first.heard).isEmpty();
            assertThat(two.goingOn(ACME)).isZero();
        }
    }

    @Test
    void whatADeadServerToldIsForgotten() {
        try (var two = on("two", new Server())) {
            String told = Json.text(new OutsideElsewhere.Told("dead", Map.of("acme", 7), List.of()));
            cluster.node("dead").publish("calls-outside", told.getBytes(StandardCharsets.UTF_8));
            cluster.node("dead").publish("calls-outside", "nonsense".getBytes(StandardCharsets.UTF_8));
            await().atMost(PATIENCE).until(() -> two.goingOn(ACME) == 7);
            timers.pass(Duration.ofSeconds(5));
            assertThat(two.goingOn(ACME)).isZero();
        }
    }

    @Test
    void aServerThatStopsTellsWhatIsLeft() {
        var first = new Server();
        var second = new Server();
        try (var two = on("two", second)) {
            var one = on("one", first);
            first.calls.put("acme", 1);
            timers.pass(Duration.ofSeconds(1));
            await().atMost(PATIENCE).until(() -> two.goingOn(ACME) == 1);
            first.calls.clear();
            one.tell(ACME, 5, List.of());
            one.close();
            await().atMost(PATIENCE).until(() -> two.goingOn(ACME) == 0);
            await().atMost(PATIENCE).until(() -> second.heard.size() == 1);
        }
    }
}
