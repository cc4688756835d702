package org.patchbay.scripting.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;

class QuarantineTest {

    private static final PortalId ACME = new PortalId("01900000-0000-7000-8000-000000000001");
    private static final PortalId BOLT = new PortalId("01900000-0000-7000-8000-000000000002");

    private final Quarantine quarantine = new Quarantine();

    @Test
    void beginsWithTheSecondTimeInTenMinutes() {
        quarantine.add(ACME, minute(0));
        assertThat(quarantine.minutes(ACME, minute(1))).isZero();
        quarantine.add(ACME, minute(9));
        assertThat(quarantine.minutes(ACME, minute(9))).isEqualTo(2);
        assertThat(quarantine.minutes(BOLT, minute(9))).isZero();
        assertThat(quarantine.minutes(ACME, minute(11))).isZero();
    }

    @Test
    void lastsAsLongAsTwoAreRemembered() {
        quarantine.add(ACME, minute(0));
        quarantine.add(ACME, minute(1));
        quarantine.add(ACME, minute(5));
        assertThat(quarantine.minutes(ACME, minute(5))).isEqualTo(7);
        assertThat(quarantine.minutes(ACME, minute(12))).isZero();
    }

    private static long minute(long number) {
        return TimeUnit.MINUTES.toNanos(number);
    }
}
