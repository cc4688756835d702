package org.patchbay.provisioning.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZoneTextTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, +1, 3600, 4, 'STD-1DST,M3.5.0/2,M10.5.0/3'",
        "Europe/London, +0, 0, 0, 'STD0DST,M3.5.0/1,M10.5.0/2'",
        "America/New_York, -5, -18000, -20, 'STD5DST,M3.2.0/2,M11.1.0/2'",
        "Asia/Kolkata, +5:30, 19800, 22, STD-5:30",
        "Australia/Sydney, +10, 36000, 40, 'STD-10DST,M10.1.0/2,M4.1.0/3'",
    })
    void writesAZoneAsPhonesReadIt(String zone, String hours, String seconds, String quarters, String posix) {
        var text = new ZoneText(ZoneId.of(zone), Instant.parse("2026-11-27T00:00:00Z"));
        assertThat(text.hours()).isEqualTo(hours);
        assertThat(text.seconds()).isEqualTo(seconds);
        assertThat(text.quarters()).isEqualTo(quarters);
        assertThat(text.posix()).isEqualTo(posix);
    }
}
