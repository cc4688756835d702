package org.patchbay.scheduling.planning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of planned meetings; the subject of each is the planned meeting's id. */
@Component
public final class PlanEvents implements EventTypes {

    /** A meeting was planned. */
    public static final String PLANNED = "meeting.planned";

    /** A planned meeting was changed. */
    public static final String REPLANNED = "meeting.replanned";

    /** A planned meeting, or one occurrence of it, was cancelled. */
    public static final String CANCELLED = "meeting.cancelled";

    /** Somebody answered an invitation. */
    public static final String ANSWERED = "meeting.answered";

    /** The invited were reminded. */
    public static final String REMINDED = "meeting.reminded";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(PLANNED, "A meeting was planned.", Planned.class),
                EventType.durable(REPLANNED, "A planned meeting was changed.", Planned.class),
                EventType.durable(CANCELLED, "A planned meeting, or one time of it, was cancelled.", Planned.class),
                EventType.durable(ANSWERED, "Somebody answered an invitation to a meeting.", Answered.class),
                EventType.durable(REMINDED, "The invited were reminded of a meeting.", Reminded.class));
    }

    /** A planned meeting; with an occurrence, that one alone is meant. Both times are local times of the zone. */
    public record Planned(
            String planned,
            @Personal(of = "organizer") String title,
            String organizer,
            String zone,
            String start,
            int minutes,
            Optional<String> occurrence,
            int invited) {

        static Planned of(PlannedMeeting meeting, Optional<LocalDateTime> occurrence) {
            return new Planned(
                    meeting.id(),
                    meeting.title(),
                    meeting.organizer().value(),
                    meeting.zone(),
                    meeting.start().toString(),
                    meeting.minutes(),
                    occurrence.map(LocalDateTime::toString),
                    meeting.invitees().size());
        }
    }

    /** Data of {@link #ANSWERED}. */
    public record Answered(
            String planned,
            @Personal(of = "organizer") String title,
            String organizer,
            Optional<String> person,
            @Personal(of = "person") String name,
            Answer answer,
            Optional<String> occurrence) {

        /** An answer. */
        public static Answered of(
                PlannedMeeting meeting, Invitee invitee, Answer answer, Optional<LocalDateTime> occurrence) {
            return new Answered(
                    meeting.id(),
                    meeting.title(),
                    meeting.organizer().value(),
                    invitee.person().map(Object::toString),
                    invitee.name(),
                    answer,
                    occurrence.map(LocalDateTime::toString));
        }
    }

    /** Data of {@link #REMINDED}. */
    public record Reminded(
            String planned,
            @Personal(of = "organizer") String title,
            String organizer,
            String occurrence,
            Instant starts,
            int reminded) {}
}
