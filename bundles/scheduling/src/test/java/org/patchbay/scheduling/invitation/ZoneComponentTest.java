package org.patchbay.scheduling.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneComponentTest {

    private static final Instant FROM = Instant.parse("2026-11-30T08:00:00Z");
    private static final int STEPS = 400;

    /** What calendars make of the zone is what this server makes of it, twice a week for four years. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "Europe/Lisbon",
                "America/New_York",
                "America/Santiago",
                "Australia/Sydney",
                "Asia/Kolkata",
                "Africa/Casablanca",
                "Asia/Jerusalem"
            })
    void hasTheOffsetsOfTheZone(String id) {
        ZoneId zone = ZoneId.of(id);
        VTimeZone component = ZoneComponent.of(zone, FROM, FROM.plus(Duration.ofDays(365 * 10)));

        for (int step = 0; step < STEPS; step++) {
            Instant moment = FROM.plus(Duration.ofHours(84L * step));
            Observance observance = component.getApplicableObservance(moment.atZone(zone));
            TzOffsetTo offset = observance.getRequiredProperty("TZOFFSETTO");
            assertThat(offset.getOffset())
                    .as("at %s", moment)
                    .isEqualTo(zone.getRules().getOffset(moment));
        }
    }
}
