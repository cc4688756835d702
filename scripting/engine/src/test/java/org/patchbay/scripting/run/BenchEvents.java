package org.patchbay.scripting.run;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** Events for measuring. */
final class BenchEvents {

    private static final PortalId PORTAL = new PortalId("0190f000-0000-7000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-01-01T10:00:00.123456Z");

    private BenchEvents() {}

    static Event event(long sequence) {
        var meeting = "0190f000-0000-7000-8000-0000000000" + (10 + sequence % 50);
        return new Event(
                "0190f000-0000-7000-8000-" + (100_000_000_000L + sequence),
                "/meetings",
                "meeting.participant.joined",
                PORTAL,
                meeting,
                TIME,
                Optional.empty(),
                sequence,
                "{\"meeting\":\"" + meeting + "\",\"title\":\"Weekly\",\"participant\":\"p" + sequence
                        + "\",\"name\":\"Somebody " + sequence % 100 + "\",\"guest\":true}");
    }

    /** The same as one JSON object. */
    static String json(long sequence) {
        var event = event(sequence);
        return "{\"id\":\"" + event.id() + "\",\"source\":\"" + event.source() + "\",\"type\":\"" + event.type()
                + "\",\"portal\":\"" + event.portal() + "\",\"subject\":\"" + event.subject() + "\",\"time\":\""
                + event.time() + "\",\"sequence\":" + sequence + ",\"data\":" + event.data() + "}";
    }
}
