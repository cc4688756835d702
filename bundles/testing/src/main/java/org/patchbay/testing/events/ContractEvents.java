package org.patchbay.testing.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The event types that {@link EventsContract} publishes. */
public final class ContractEvents implements EventTypes {

    static final String LIT = "lamp.lit";
    static final String BROKEN = "lamp.bulb.broken";
    static final String FLICKER = "lamp.flickered";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(LIT, "A lamp was lit.", Lamp.class),
                EventType.durable(BROKEN, "The bulb of a lamp broke.", Lamp.class),
                EventType.passing(FLICKER, "A lamp flickers.", Lamp.class));
    }

    /** A lamp. */
    public record Lamp(String colour, int watts, Optional<String> note, Instant made) {}

    /** Not the data of any type. */
    public record Candle(String colour) {}
}
