package org.patchbay.plugins.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.FieldError;

class SettingsSchemaTest {

    private final SettingsSchema schema = SettingsSchema.parse(
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "type": "object",
             "properties": {
               "address": {"type": "string", "format": "uri", "pattern": "^https?://", "default": "https://example.com",
                           "title": "Address", "title.de": "Adresse"},
               "token": {"type": "string", "secret": true, "minLength": 3},
               "port": {"type": "integer", "minimum": 1, "maximum": 65535, "default": 389},
               "share": {"type": "number"},
               "big": {"type": "integer"},
               "verify": {"type": "boolean", "default": true},
               "mode": {"type": "string", "enum": ["plain", "tls"]}
             },
             "required": ["token", "port"]}
            """);

    @Test
    void takesWhatFits() {
        assertThat(schema.check(Map.of("token", "abc"))).isEmpty();
        assertThat(schema.check(Map.of("token", "abc", "port", 636, "share", 0.5, "verify", false, "mode", "tls")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "port, 0, setting.minimum",
        "port, 70000, setting.maximum",
        "port, text, setting.type.integer",
        "address, not an address, setting.address",
        "token, ab, setting.minLength",
        "mode, ssl, setting.enum",
        "verify, yes, setting.type.boolean",
        "other, x, setting.unknown"
    })
    void namesTheFieldThatDoesNotFit(String name, String text, String code) {
        Map<String, Object> values = new HashMap<>(Map.of("token", "abc"));
        values.put(name, text.matches("\\d+") ? (Object) Integer.valueOf(text) : text);

        assertThat(schema.check(values)).extracting(FieldError::pointer).containsOnly('/' + name);
        assertThat(schema.check(values)).extracting(FieldError::code).contains(code);
    }

    @Test
    void refusesStructuresAndWhatNoLongHolds() {
        assertThat(schema.check(Map.of("token", "abc", "address", List.of("x"))))
                .extracting(FieldError::pointer)
                .containsOnly("/address");
        assertThat(schema.check(Map.of("token", "abc", "big", BigInteger.TWO.pow(70))))
                .containsExactly(new FieldError("/big", "setting.range", "is too large a number"));
        assertThat(schema.check(Map.of("token", "x".repeat(9000))))
                .containsExactly(new FieldError("/token", "setting.too-long", "is longer than 8192"));
    }

    @Test
    void saysInWordsWhatTypeAValueMustBe() {
        Map<String, Object> values = Map.of("token", 1, "port", "x", "share", "x", "verify", "x");
        assertThat(schema.check(values))
                .extracting(FieldError::detail)
                .containsExactlyInAnyOrder(
                        "must be text", "must be a whole number", "must be a number", "must be on or off");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(schema.check(Map.of())).containsExactly(new FieldError("/token", "setting.required", "is needed"));
    }

    @Test
    void fillsDefaultsInAndGivesPluginsTheirTypes() {
        assertThat(schema.typed(Map.of("token", "abc", "share", 1, "gone", "x")))
                .isEqualTo(Map.of(
                        "address",
                        "https://example.com",
                        "token",
                        "abc",
                        "port",
                        389L,
                        "share",
                        BigDecimal.ONE,
                        "verify",
                        true));
        assertThat(schema.secrets()).containsExactly("token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|it is not JSON",
                "[]|it is not of an object with properties",
                "{\"type\":\"object\"}|it is not of an object with properties",
                "{\"type\":\"object\",\"properties\":{\"a b\":{\"type\":\"string\"}}}|needs a name of letters and digits",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}}}|a string, an integer, a number or a boolean",
                "{\"type\":\"object\",\"properties\":{\"a\":{}}}|a string, an integer, a number or a boolean",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"secret\":true}}}|must be a string without",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"default\":\"x\"}}}|is of another type",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"$ref\":\"http://h/x\"}}}|must not refer",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\",\"properties\":{}}|2020-12",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"(\"}}}|not a JSON Schema"
            })
    void refusesASchemaThatNoFormCanBeMadeFrom(String schema, String words) {
        assertThatExceptionOfType(UnusableSchemaException.class)
                .isThrownBy(() -> SettingsSchema.parse(schema))
                .withMessageContaining(words);
    }

    @Test
    void saysNoPatternToPeople() {
        SettingsSchema schema = SettingsSchema.parse(
                "{\"type\":\"object\",\"properties\":{\"code\":{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}}}");
        assertThat(schema.check(Map.of("code", "12"))).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("setting.pattern");
            assertThat(error.detail()).doesNotContain("[a-z]");
        });
    }

    @Test
    void refusesADeepOne() {
        assertThatExceptionOfType(UnusableSchemaException.class)
                .isThrownBy(() -> SettingsSchema.parse("{\"a\":".repeat(50) + "1" + "}".repeat(50)))
                .withMessage("it is not JSON");
    }
}
