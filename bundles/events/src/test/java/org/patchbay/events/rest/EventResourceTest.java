package org.patchbay.events.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.events.CloudEvent;
import org.patchbay.events.types.EventData;
import org.patchbay.testing.events.ContractEvents;
import org.patchbay.testing.events.ContractEvents.Lamp;
import org.patchbay.testing.events.InMemoryEvents;

final class EventResourceTest {

    private static final PortalId ONE = new PortalId("one");
    private static final Lamp LAMP = new Lamp("red", 40, Optional.of("new"), Instant.parse("2026-01-01T00:00:00Z"));

    private final InMemoryEvents events = new InMemoryEvents(new ContractEvents());
    private final EventResource resource = new EventResource(events);

    @Test
    void listsAndFindsTheEventsOfThePortalAlone() {
        Event event = events.publish(ONE, "lamp.lit", "s1", LAMP);
        events.publish(ONE, "lamp.lit", "s2", LAMP);
        events.publish(new PortalId("two"), "lamp.lit", "s1", LAMP);
        Page<CloudEvent> page = resource.list("one", "lamp.*", null, 1, null);
        assertThat(page.items()).extracting(CloudEvent::subject).containsExactly("s2");
        page = resource.list("one", null, null, 1, page.next().orElseThrow());
        assertThat(page.items()).extracting(CloudEvent::subject).containsExactly("s1");
        assertThat(page.next()).isEmpty();
        assertThat(resource.get("one", event.id()).subject()).isEqualTo("s1");
        refused(Problem.NOT_FOUND, () -> resource.get("two", event.id()));
        refused(Problem.INVALID, () -> resource.list("one", "a b", null, 50, null));
        refused(Problem.INVALID, () -> resource.list("one", null, null, 501, null));
    }

    @Test
    void writesTheDataAsJsonAndNotAsText() {
        events.publish(ONE, "lamp.lit", "s1", LAMP);
        String json = EventData.text(
                resource.list("one", null, null, 50, null).items().get(0));
        assertThat(json)
                .contains("\"data\":{\"colour\":\"red\",\"watts\":40,\"note\":\"new\",")
                .doesNotContain("causationid");
    }

    @Test
    void servesTheSchemas() {
        SchemaResource schemas = new SchemaResource(events);
        assertThat(schemas.list().items()).extracting(SchemaJson::type).contains("lamp.lit");
        assertThat(schemas.get("lamp.lit")).startsWith("{");
        refused(Problem.NOT_FOUND, () -> schemas.get("lamp.unknown"));
    }

    private static void refused(Problem problem, Runnable call) {
        assertThatExceptionOfType(PatchbayException.class).isThrownBy(call::run).satisfies(e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
