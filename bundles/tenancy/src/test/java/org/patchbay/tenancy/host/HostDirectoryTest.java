package org.patchbay.tenancy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;

class HostDirectoryTest {

    private final List<Portal> portals = new ArrayList<>(List.of(portal("a.example")));
    private final AtomicInteger reads = new AtomicInteger();
    private final MovedClock clock = new MovedClock();
    private final HostDirectory directory = new HostDirectory(this::read, clock);

    private boolean down;

    private List<Portal> read() {
        reads.incrementAndGet();
        if (down) {
            throw new IllegalStateException("The database is down");
        }
        return List.copyOf(portals);
    }

    private static Portal portal(String host) {
        var draft = new PortalDraft(host, host, "en", "UTC", "#000000");
        return Portal.of(new PortalId(host), draft, Optional.empty(), Instant.EPOCH, 1);
    }

    private static HostName host(String host) {
        return HostName.of(host).orElseThrow();
    }

    @Test
    void readsOnceForKnownAndUnknownHosts() {
        assertThat(directory.find(host("a.example"))).contains(portal("a.example"));
        assertThat(directory.find(host("b.example"))).isEmpty();
        assertThat(directory.find(host("c.example"))).isEmpty();
        assertThat(reads).hasValue(1);
    }

    @Test
    void seesAChangeAfterForgetting() {
        directory.find(host("a.example"));
        portals.set(0, portal("b.example"));
        directory.forget();

        assertThat(directory.find(host("b.example"))).isPresent();
        assertThat(directory.find(host("a.example"))).isEmpty();
    }

    @Test
    void readsAgainWhenItWasToldToForgetWhileReading() {
        List<HostDirectory> self = new ArrayList<>();
        HostDirectory raced = new HostDirectory(
                () -> {
                    List<Portal> before = read();
                    if (reads.get() == 1) {
                        portals.add(portal("late.example"));
                        self.get(0).forget();
                    }
                    return before;
                },
                clock);
        self.add(raced);

        raced.find(host("late.example"));

        assertThat(raced.find(host("late.example"))).isPresent();
    }

    @Test
    void heedsAMissedMessageAfterAWhile() {
        directory.find(host("a.example"));
        portals.add(portal("b.example"));
        clock.now = clock.now.plusSeconds(29);
        assertThat(directory.find(host("b.example"))).isEmpty();
        clock.now = clock.now.plusSeconds(2);
        assertThat(directory.find(host("b.example"))).isPresent();
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheDatabaseIsDown() {
        directory.find(host("a.example"));
        down = true;
        clock.now = clock.now.plusSeconds(60);
        assertThat(directory.find(host("a.example"))).isPresent();
        down = false;
        portals.add(portal("b.example"));
        assertThat(directory.find(host("b.example"))).isPresent();
    }

    @Test
    void doesNotAnswerFromBeforeAChange() {
        directory.find(host("a.example"));
        down = true;
        directory.forget();
        assertThatThrownBy(() -> directory.find(host("a.example"))).hasMessage("The database is down");
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
