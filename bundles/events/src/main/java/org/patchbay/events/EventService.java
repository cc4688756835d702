package org.patchbay.events;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Causation;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.events.delivery.Announcements;
import org.patchbay.events.store.EventJournal;
import org.patchbay.events.types.EventData;
import org.patchbay.events.types.EventTypeDirectory;
import org.patchbay.spi.events.EventType;

/** Publishes and finds events. */
@Component
public final class EventService implements Events {

    private static final int SUBJECT_CHARS = 200;
    private static final int CAUSATION_CHARS = 36;

    private final EventTypeDirectory types;
    private final EventJournal journal;
    private final UnitOfWork unitOfWork;
    private final Sequencer sequencer;
    private final Announcements announcements;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public EventService(
            @Reference EventTypeDirectory types,
            @Reference EventJournal journal,
            @Reference UnitOfWork unitOfWork,
            @Reference Sequencer sequencer,
            @Reference Cluster cluster) {
        this.types = types;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.sequencer = sequencer;
        this.announcements = new Announcements(cluster);
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data) {
        return publish(portal, type, subject, data, Causation.present());
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data, String causationId) {
        checkLength("causationid", causationId, CAUSATION_CHARS);
        return publish(portal, type, subject, data, Optional.of(causationId));
    }

    private Event publish(PortalId portal, String name, String subject, Record data, Optional<String> causationId) {
        EventType type = types.find(name)
                .filter(known -> known.data().isInstance(data))
                .orElseThrow(() -> new IllegalArgumentException("No event type " + name + " with data "
                        + data.getClass().getName() + " is declared"));
        checkLength("subject", subject, SUBJECT_CHARS);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Event event = new Event(
                Ids.next(Clock.fixed(now, ZoneOffset.UTC)),
                type.source(),
                name,
                portal,
                subject,
                now,
                causationId,
                0,
                EventData.write(data));
        if (type.durable()) {
            keep(event);
        } else {
            unitOfWork.afterCommit(() -> announcements.passing(event));
        }
        return event;
    }

    private void keep(Event event) {
        unitOfWork.run(() -> {
            journal.add(event);
            unitOfWork.afterCommit(sequencer::wake);
        });
    }

    private static void checkLength(String field, String value, int most) {
        if (value.isEmpty() || value.length() > most) {
            throw Problem.INVALID.at(field, "events." + field, "must have 1 to " + most + " characters");
        }
    }

    @Override
    public Page<Event> history(PortalId portal, EventFilter filter, PageRequest page) {
        long before = page.after().map(EventService::cursor).orElse(Long.MAX_VALUE);
        List<Event> found = journal.before(portal, before, filter, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<Event> items = found.subList(0, page.limit());
        String next = Long.toString(items.get(items.size() - 1).sequence());
        return new Page<>(items, Optional.of(next), OptionalLong.empty());
    }

    private static long cursor(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.INVALID.at("after", "page.cursor", "is not a cursor of this list");
        }
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        return journal.find(portal, id);
    }

    @Override
    public List<EventSchema> schemas() {
        return types.schemas();
    }
}
