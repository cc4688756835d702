package org.patchbay.testing.events;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Causation;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/**
 * Records what is published and hands it to subscribers at once, on the publisher's thread, after the commit:
 *
 * <pre>{@code
 * UnitOfWork unitOfWork = new InMemoryUnitOfWork();
 * InMemoryEvents events = new InMemoryEvents(unitOfWork, new MeetingEvents());
 * ...
 * assertThat(events.published("meeting.started")).hasSize(1);
 * }</pre>
 */
public final class InMemoryEvents implements Events {

    private static final int DATA_CHARS = 16_000;
    private static final int SUBJECT_CHARS = 200;
    private static final int ATTEMPTS = 3;

    private final ObjectMapper json = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
            .build();
    private final Map<String, EventType> types = new TreeMap<>();
    private final Map<PortalId, Long> sequences = new java.util.HashMap<>();
    private final List<Event> published = new CopyOnWriteArrayList<>();
    private final List<EventSubscriber> subscribers = new CopyOnWriteArrayList<>();
    private final UnitOfWork unitOfWork;

    /** Events of these types, published when the unit of work commits. */
    public InMemoryEvents(UnitOfWork unitOfWork, EventTypes... declared) {
        this.unitOfWork = unitOfWork;
        for (EventTypes some : declared) {
            some.types().forEach(type -> types.put(type.name(), type));
        }
    }

    /** Events of these types, published at once. */
    public InMemoryEvents(EventTypes... declared) {
        this(new InMemoryUnitOfWork(), declared);
    }

    /** Hands every later event to the subscriber; one that fails gets it two times more. */
    public void subscribe(EventSubscriber subscriber) {
        subscribers.add(subscriber);
    }

    /** Everything published, the transient ones too, oldest first. */
    public List<Event> published() {
        return List.copyOf(published);
    }

    /** Everything published of this type, oldest first. */
    public List<Event> published(String type) {
        return published.stream().filter(event -> event.type().equals(type)).toList();
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data) {
        return publish(portal, type, subject, data, Causation.present());
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data, String causationId) {
        return publish(portal, type, subject, data, Optional.of(causationId));
    }

    private Event publish(PortalId portal, String name, String subject, Record data, Optional<String> causationId) {
        EventType type = types.get(name);
        if (type == null || !type.data().isInstance(data)) {
            throw new IllegalArgumentException("No event type " + name + " with " + data.getClass() + " is declared");
        }
        if (subject.isEmpty() || subject.length() > SUBJECT_CHARS) {
            throw Problem.INVALID.at("subject", "events.subject", "must have 1 to " + SUBJECT_CHARS + " characters");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Event event = new Event(Ids.next(), type.source(), name, portal, subject, now, causationId, 0, write(data));
        unitOfWork.afterCommit(() -> deliver(type.durable() ? number(event) : event));
        return event;
    }

    private String write(Record data) {
        try {
            String text = json.writeValueAsString(data);
            if (text.length() > DATA_CHARS) {
                throw Problem.TOO_LARGE.because("events.too-large", "The event's data is too large");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private synchronized Event number(Event event) {
        long sequence = sequences.merge(event.portal(), 1L, Long::sum);
        return new Event(
                event.id(),
                event.source(),
                event.type(),
                event.portal(),
                event.subject(),
                event.time(),
                event.causationId(),
                sequence,
                event.data());
    }

    private void deliver(Event event) {
        published.add(event);
        for (EventSubscriber subscriber : subscribers) {
            boolean wanted = subscriber.wants(event.portal(), event.type());
            for (int attempt = 1; wanted && attempt <= ATTEMPTS; attempt++) {
                try {
                    subscriber.on(event);
                    break;
                } catch (RuntimeException e) {
                    // Again, as the real delivery would after a pause.
                }
            }
        }
    }

    @Override
    public Page<Event> history(PortalId portal, EventFilter filter, PageRequest page) {
        long before = page.after().map(Long::parseLong).orElse(Long.MAX_VALUE);
        List<Event> found = published.stream()
                .filter(event -> event.portal().equals(portal) && event.sequence() > 0 && event.sequence() < before)
                .filter(filter::matches)
                .sorted(Comparator.comparingLong(Event::sequence).reversed())
                .limit(page.limit() + 1L)
                .toList();
        List<Event> items = found.subList(0, Math.min(page.limit(), found.size()));
        Optional<String> next = found.size() > page.limit()
                ? Optional.of(Long.toString(items.get(items.size() - 1).sequence()))
                : Optional.empty();
        return new Page<>(items, next, OptionalLong.empty());
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        return published.stream()
                .filter(event -> event.portal().equals(portal) && event.sequence() > 0)
                .filter(event -> event.id().equals(id))
                .findFirst();
    }

    /** The types with an empty schema each. */
    @Override
    public List<EventSchema> schemas() {
        List<EventSchema> schemas = new ArrayList<>();
        types.values()
                .forEach(type -> schemas.add(new EventSchema(type.name(), type.description(), type.durable(), "{}")));
        return schemas;
    }
}
