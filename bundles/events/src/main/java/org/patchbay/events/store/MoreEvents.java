package org.patchbay.events.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    Micros.of(event.time()),
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
                    Micros.toInstant(happened),
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

    /** With their numbers, from this one on. */
    static List<Event> read(String text, PortalId portal, long number) {
        try {
            List<Event> events = new ArrayList<>();
            for (One one : JSON.readValue(text, One[].class)) {
                events.add(one.toEvent(portal, number + events.size()));
            }
            return events;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Events cannot be read", e);
        }
    }
}
