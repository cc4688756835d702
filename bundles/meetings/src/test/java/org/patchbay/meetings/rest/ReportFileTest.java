package org.patchbay.meetings.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.meetings.MeetingReport;
import org.patchbay.meetings.MeetingReport.Attendee;
import org.patchbay.meetings.MeetingReport.Connection;
import org.patchbay.meetings.MeetingReport.Span;
import org.patchbay.meetings.MeetingReport.Visit;

class ReportFileTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static MeetingReport of(String name) {
        var quality = new Connection(
                2,
                Optional.of(new Span(20, 25.5, 31)),
                Optional.of(new Span(0, 0.1, 0.2)),
                Optional.empty(),
                Optional.of(new Span(360, 700, 720)),
                Optional.empty());
        var stay = new Visit(NOW, Optional.of(NOW.plusSeconds(90)), 90, Optional.of(quality));
        var guest = new Attendee(name, Optional.empty(), false, 90, List.of(stay));
        return new MeetingReport("m1", "Monday", "p1", NOW, Optional.empty(), 90, List.of(guest), true);
    }

    @Test
    void hasALineForEachStay() {
        List<String> lines = ReportFile.csv(of("Bo \"the\" Guest")).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("\"name\",\"kind\",\"joined\",\"left\",\"seconds\",\"round trip ms lowest\"");
        assertThat(lines.get(1))
                .isEqualTo(
                        "\"Bo \"\"the\"\" Guest\",\"guest\",\"2026-11-23T12:00:00Z\",\"2026-11-23T12:01:30Z\",\"90\","
                                + "\"20.0\",\"25.5\",\"31.0\",\"0.0\",\"0.1\",\"0.2\",\"\",\"\",\"\","
                                + "\"360.0\",\"700.0\",\"720.0\",\"\",\"\",\"\"");
    }

    @Test
    void makesFormulasHarmless() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "|x", "\uff1d1", "'=1")) {
            assertThat(ReportFile.csv(of(name))).contains("\"'" + name + "\"");
        }
    }
}
