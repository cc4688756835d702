package org.patchbay.sip;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of signalling. A refresh of a registration is none. */
@Component
public final class SipEvents implements EventTypes {

    public static final String REGISTERED = "phone.registered";
    public static final String UNREGISTERED = "phone.unregistered";
    public static final String TRUNK_UP = "trunk.up";
    public static final String TRUNK_DOWN = "trunk.down";
    public static final String TRUNK_REFUSED = "trunk.refused";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.passing(REGISTERED, "A phone can be reached.", PhoneChange.class),
                EventType.passing(UNREGISTERED, "A phone can no longer be reached.", PhoneChange.class),
                EventType.durable(TRUNK_UP, "A line to the telephone network works.", TrunkChange.class),
                EventType.durable(TRUNK_DOWN, "A line to the telephone network does not answer.", TrunkChange.class),
                EventType.durable(
                        TRUNK_REFUSED,
                        "A line to the telephone network refuses its name or password.",
                        TrunkChange.class));
    }

    /**
     * The phone of the event.
     *
     * @param transport UDP, TCP, TLS, WS or WSS
     */
    public record PhoneChange(String registration, String account, String userAgent, String transport) {}

    /** The line of the event. */
    public record TrunkChange(String trunk) {}
}
