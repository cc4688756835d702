package org.patchbay.events.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.events.types.EventTypeDirectory;
import org.patchbay.spi.events.EventType;

/**
 * Seals the personal parts of events that go to rest and opens them again: {@code {"$sealed": …, "$of": person}} stands in
 * the place of the text. An event without such parts is passed on as it is, unread.
 */
@Component(service = PersonalData.class)
public final class PersonalData {

    private static final String SEALED = "$sealed";
    private static final String OF = "$of";
    private static final String MARK = "\"" + SEALED + "\":";
    private static final JsonMapper JSON = new JsonMapper();

    private final EventTypeDirectory types;
    private final PersonalSecrets secrets;
    private final UnitOfWork unitOfWork;
    private final RecentSeals recent = new RecentSeals();

    @Activate
    public PersonalData(
            @Reference EventTypeDirectory types, @Reference PersonalSecrets secrets, @Reference UnitOfWork unitOfWork) {
        this.types = types;
        this.secrets = secrets;
        this.unitOfWork = unitOfWork;
    }

    /** The event as it rests. */
    public Event seal(Event event) {
        PersonalParts parts = types.find(event.type())
                .map(EventType::data)
                .map(PersonalParts::of)
                .orElseThrow(() -> new IllegalArgumentException("No event type " + event.type() + " is declared"));
        if (parts.isEmpty()) {
            return event;
        }
        JsonNode data = read(event.data());
        parts.replace(data, (person, text) -> sealed(event.portal(), person, text));
        return with(event, data.toString());
    }

    private JsonNode sealed(PortalId portal, PersonId person, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(SEALED, seal(new RecentSeals.Plain(portal, person, text)))
                .put(OF, person.value());
    }

    /** Not before the commit is it sure that the person's key stays, which may be a new one. */
    private String seal(RecentSeals.Plain plain) {
        return recent.find(plain).orElseGet(() -> {
            String made = secrets.seal(plain.portal(), plain.person(), plain.text());
            unitOfWork.afterCommit(() -> recent.add(plain, made));
            return made;
        });
    }

    /** The event as it was published, but for what was said of people who have been erased. */
    public Event open(Event event) {
        if (!event.data().contains(MARK)) {
            return event;
        }
        return with(event, open(event.portal(), read(event.data())).toString());
    }

    private JsonNode open(PortalId portal, JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.size() == 2 && object.has(SEALED) && object.has(OF)) {
                PersonId person = new PersonId(object.get(OF).asText());
                return TextNode.valueOf(
                        secrets.open(portal, person, object.get(SEALED).asText())
                                .orElse(PersonalSecrets.ERASED));
            }
            object.properties().forEach(field -> field.setValue(open(portal, field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, open(portal, array.get(i)));
            }
        }
        return node;
    }

    private static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event's data is not JSON", e);
        }
    }

    private static Event with(Event event, String data) {
        return new Event(
                event.id(),
                event.source(),
                event.type(),
                event.portal(),
                event.subject(),
                event.time(),
                event.causationId(),
                event.sequence(),
                data);
    }
}
