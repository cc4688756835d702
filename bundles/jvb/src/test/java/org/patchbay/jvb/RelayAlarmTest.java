package org.patchbay.jvb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.store.InMemoryUnitOfWork;

class RelayAlarmTest {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEvents events = new InMemoryEvents(work, new JvbEvents());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T12:00:00Z"));
    private final RelayAlarm alarm = new RelayAlarm(events, work, clock);

    @Test
    void saysOfTwoOnceInAWhile() {
        alarm.lost("berlin", "madrid");
        alarm.lost("madrid", "berlin");
        alarm.lost("berlin", "rome");
        assertThat(events.published(JvbEvents.RELAY_LOST)).hasSize(2);
        clock.pass(RelayAlarm.PAUSE);
        alarm.lost("madrid", "berlin");
        assertThat(events.published(JvbEvents.RELAY_LOST)).hasSize(3);
    }
}
