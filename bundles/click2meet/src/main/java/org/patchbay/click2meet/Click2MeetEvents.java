package org.patchbay.click2meet;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of Click2Meet; the subject of each is the id of the person whose link it is. */
@Component
public final class Click2MeetEvents implements EventTypes {

    /** A person's link was changed. */
    public static final String LINK_CHANGED = "click2meet.link-changed";

    /** A visitor rings. */
    public static final String RANG = "click2meet.rang";

    /** The person answered. */
    public static final String ANSWERED = "click2meet.answered";

    /** The person said not now. */
    public static final String DECLINED = "click2meet.declined";

    /** Nobody answered in time, or the visitor gave up. */
    public static final String MISSED = "click2meet.missed";

    /** A visitor left a message. */
    public static final String MESSAGE = "click2meet.message";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(LINK_CHANGED, "Somebody's personal link was changed.", LinkChanged.class),
                EventType.durable(RANG, "A visitor rings at somebody's personal link.", Rang.class),
                EventType.durable(ANSWERED, "Somebody answered a visitor who rang.", Answered.class),
                EventType.durable(DECLINED, "Somebody had no time for a visitor who rang.", Declined.class),
                EventType.durable(MISSED, "A visitor rang and nobody answered.", Missed.class),
                EventType.durable(MESSAGE, "A visitor left a message by mail.", MessageLeft.class));
    }

    /** Data of {@link #LINK_CHANGED}; a link is usually made of a person's name. */
    public record LinkChanged(String person, @Personal(of = "person") String link, boolean on) {}

    /** Data of {@link #RANG}; the visitor is empty for a guest. */
    public record Rang(
            String person,
            String ring,
            Optional<String> visitor,
            @Personal(of = "visitor") String name,
            @Personal(of = "visitor") Optional<String> about) {}

    /** Data of {@link #ANSWERED}. */
    public record Answered(
            String person,
            String ring,
            Optional<String> visitor,
            @Personal(of = "visitor") String name,
            String meeting) {}

    /** Data of {@link #DECLINED}. */
    public record Declined(
            String person,
            String ring,
            Optional<String> visitor,
            @Personal(of = "visitor") String name,
            @Personal(of = "person") Optional<String> message) {}

    /** Data of {@link #MISSED}. */
    public record Missed(
            String person,
            String ring,
            Optional<String> visitor,
            @Personal(of = "visitor") String name,
            boolean gaveUp) {}

    /** Data of {@link #MESSAGE}: that there was one, not what it said. */
    public record MessageLeft(String person, Optional<String> visitor, @Personal(of = "visitor") String name) {}
}
