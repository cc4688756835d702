package org.patchbay.events.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.spi.events.EventType;

final class SchemaWriterTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** One of everything. */
    public record Everything(
            String text,
            int count,
            long big,
            double share,
            boolean on,
            Instant time,
            Duration length,
            PortalId portal,
            Colour colour,
            List<Part> parts,
            Map<String, Integer> sizes,
            Optional<String> note,
            OptionalInt rank) {}

    /** A part. */
    public record Part(String name, Set<String> labels) {}

    /** A colour. */
    public enum Colour {
        RED,
        GREEN
    }

    /** Has no plain form. */
    public record Odd(Thread thread) {}

    /** Has no end. */
    public record Endless(Optional<Endless> inner) {}

    private static final Everything VALUE = new Everything(
            "a",
            1,
            2,
            0.5,
            true,
            Instant.parse("2026-01-01T00:00:00Z"),
            Duration.ofSeconds(90),
            PortalId.ROOT,
            Colour.GREEN,
            List.of(new Part("p", Set.of("x"))),
            Map.of("s", 3),
            Optional.empty(),
            OptionalInt.of(4));

    @Test
    void whatIsWrittenFitsTheSchema() throws Exception {
        String data = EventData.write(VALUE);
        assertThat(data)
                .isEqualTo("{\"text\":\"a\",\"count\":1,\"big\":2,\"share\":0.5,\"on\":true,"
                        + "\"time\":\"2026-01-01T00:00:00Z\",\"length\":\"PT1M30S\","
                        + "\"portal\":\"00000000-0000-7000-8000-000000000000\",\"colour\":\"GREEN\","
                        + "\"parts\":[{\"name\":\"p\",\"labels\":[\"x\"]}],\"sizes\":{\"s\":3},\"rank\":4}");
        assertThat(violations(data)).isEmpty();
        assertThat(violations(data.replace("\"GREEN\"", "\"BLUE\""))).isNotEmpty();
        assertThat(violations(data.replace("\"count\":1,", ""))).isNotEmpty();
        assertThat(violations(data.replace("\"count\":1,", "\"count\":1,\"more\":1,")))
                .isNotEmpty();
        assertThat(violations(data.replace("\"sizes\":{\"s\":3}", "\"sizes\":{\"s\":\"3\"}")))
                .isNotEmpty();
    }

    @Test
    void namesTheTypeAndWhatIsRequired() throws Exception {
        JsonNode schema = MAPPER.readTree(SchemaWriter.write(type(Everything.class)));
        assertThat(schema.get("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").textValue()).isEqualTo("/api/v1/events/schemas/test.done");
        assertThat(schema.get("description").textValue()).isEqualTo("A test is done.");
        assertThat(schema.get("required").toString())
                .doesNotContain("note")
                .doesNotContain("rank")
                .contains("text");
        assertThat(schema.at("/properties/time/format").textValue()).isEqualTo("date-time");
        assertThat(schema.at("/properties/portal/type").textValue()).isEqualTo("string");
    }

    @Test
    void refusesWhatHasNoPlainForm() {
        assertThatThrownBy(() -> SchemaWriter.write(type(Odd.class))).hasMessageContaining("java.lang.Thread");
        assertThatThrownBy(() -> SchemaWriter.write(type(Endless.class))).hasMessageContaining("deep");
    }

    @Test
    void theFirstWhoDeclaresANameHasIt() {
        EventTypeDirectory directory = new EventTypeDirectory(List.of(
                () -> List.of(type(Part.class)),
                () -> List.of(type(Everything.class), EventType.durable("test.odd", "Odd.", Odd.class))));
        assertThat(directory.find("test.done").orElseThrow().data()).isEqualTo(Part.class);
        assertThat(directory.find("test.odd")).isEmpty();
        assertThat(directory.schemas()).hasSize(1);
    }

    private static EventType type(Class<? extends Record> data) {
        return EventType.durable("test.done", "A test is done.", data);
    }

    private static Set<ValidationMessage> violations(String data) throws Exception {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaWriter.write(type(Everything.class)));
        return schema.validate(MAPPER.readTree(data));
    }
}
