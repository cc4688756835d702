package org.patchbay.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** An event as JSON, with the attribute names of CloudEvents 1.0, which are lower case throughout. */
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String dataschema,
        PortalId portal,
        Optional<String> causationid,
        long sequence,
        @JsonRawValue String data) {

    public static CloudEvent of(Event event) {
        return new CloudEvent(
                "1.0",
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                "application/json",
                "/api/v1/events/schemas/" + event.type(),
                event.portal(),
                event.causationId(),
                event.sequence(),
                event.data());
    }
}
