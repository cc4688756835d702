package org.patchbay.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.patchbay.web.health.HealthResource;
import org.patchbay.web.rest.HostResource;
import org.patchbay.web.rest.NoteResource;

class OpenApiTest {

    private static final String NOTES = "/portals/{portal}/notes";
    private final JsonNode document = read(OpenApiDocument.of(List.of(NoteResource.class, HealthResource.class)));

    @Test
    void isTheSameTextEachTimeAndInEachOrder() {
        var one = OpenApiDocument.of(List.of(NoteResource.class, HealthResource.class, HostResource.class));
        var other = OpenApiDocument.of(List.of(HostResource.class, HealthResource.class, NoteResource.class));
        assertThat(one).isEqualTo(other);
    }

    @Test
    void describesEveryOperation() {
        assertThat(document.at("/openapi").asText()).startsWith("3.0");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/api/v1");
        assertThat(names(document.at("/paths")))
                .contains(NOTES, NOTES + "/{id}", "/health", "/health/live", "/health/ready");
        var create = document.at("/paths").get(NOTES).get("post");
        assertThat(create.get("operationId").asText()).isEqualTo("note.create");
        assertThat(create.get("tags").get(0).asText()).isEqualTo("notes");
        assertThat(create.get("x-right").asText()).isEqualTo("MANAGE_SCRIPTS");
        assertThat(create.at("/security/0/session").isArray()).isTrue();
        assertThat(create.at("/security/1/token").isArray()).isTrue();
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(create.get("parameters").toString())
                .contains("\"portal\"", "parameters/CsrfToken", "parameters/IdempotencyKey");
        assertThat(create.at("/responses/201/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Note");
        assertThat(create.at("/responses/default/$ref").asText()).isEqualTo("#/components/responses/Problem");
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Draft");
    }

    @Test
    void hidesWhatTheServerItselfGives() {
        var who = document.at("/paths").get(NOTES + "/who").get("get");
        assertThat(who.path("parameters").toString()).doesNotContain("caller").doesNotContain("address");
        assertThat(who.has("requestBody")).isFalse();
        assertThat(who.has("security")).isFalse();
    }

    @Test
    void describesValuesAsTheyAreWritten() {
        var note = document.at("/components/schemas/Note");
        assertThat(note.at("/properties/id/type").asText()).isEqualTo("string");
        assertThat(note.at("/properties/at/format").asText()).isEqualTo("date-time");
        assertThat(note.at("/properties/text/type").asText()).isEqualTo("string");
        assertThat(note.get("required").toString()).isEqualTo("[\"at\",\"id\"]");
        var draft = document.at("/components/schemas/Draft");
        assertThat(draft.at("/properties/title/description").asText()).isEqualTo("What it is about");
        assertThat(draft.at("/properties/text").has("description")).isFalse();
        assertThat(draft.at("/properties/size/type").asText()).isEqualTo("integer");
        assertThat(draft.at("/properties/rights/items/enum").toString()).contains("MANAGE_SCRIPTS");
        var page = document.at("/components/schemas/PageNote");
        assertThat(page.at("/properties/items/items/$ref").asText()).isEqualTo("#/components/schemas/Note");
        assertThat(page.at("/properties/total/format").asText()).isEqualTo("int64");
        assertThat(page.get("required").toString()).isEqualTo("[\"items\"]");
        var problem = document.at("/components/schemas/ProblemJson");
        assertThat(problem.get("required").toString()).isEqualTo("[\"code\",\"status\",\"title\",\"type\"]");
        assertThat(names(document.at("/components/schemas")))
                .containsExactly("Draft", "FieldError", "HealthJson", "Note", "PageNote", "ProblemJson", "Who");
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
