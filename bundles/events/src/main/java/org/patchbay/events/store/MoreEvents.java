package org.patchbay.events.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** Events of a portal as one text. */
final class MoreEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private MoreEvents() {}

    /** One of them; the data is JSON within a text, as nobody here looks into it. */
    private record One(
            String id,
            String source,
            String type,
            String subject,
            long happened,
            @Nullable String causation,
            String data) {

        static One of(Event event) {
            return new One(
                    event.id(),
                    event.source(),
                    event.type(),
                    event.subject(),
                    EventEntity.micros(event.time()),
                    event.causationId().orElse(null),
                    event.data());
        }

        Event toEvent(PortalId portal, long number) {
            return new Event(
                    id,
                    source,
                    type,
                    portal,
                    subject,
                    Instant.EPOCH.plus(happened, ChronoUnit.MICROS),
                    Optional.ofNullable(causation),
                    number,
                    data);
        }
    }

    static String write(List<Event> events) {
        try {
            return JSON.writeValueAsString(events.stream().map(One::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Events cannot be written", e);
        }
    }

    static List<Event> read(String text, PortalId portal, LongSupplier numbers) {
        try {
            return List.of(JSON.readValue(text, One[].class)).stream()
                    .map(one -> one.toEvent(portal, numbers.getAsLong()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Events cannot be read", e);
        }
    }
}
