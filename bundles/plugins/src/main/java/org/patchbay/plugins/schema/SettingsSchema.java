package org.patchbay.plugins.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.api.FieldError;

/** The JSON Schema of a plugin's settings: a flat object. Immutable. */
public final class SettingsSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int MAX_SCHEMA_CHARS = 64 * 1024;
    private static final int MAX_SETTINGS = 100;
    private static final int MAX_TEXT_CHARS = 8 * 1024;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(20).build());
    }

    private final String text;
    private final Map<String, Setting> settings;
    private final Map<String, String> patterns;
    private final JsonSchema schema;

    private SettingsSchema(
            String text, Map<String, Setting> settings, Map<String, String> patterns, JsonSchema schema) {
        this.text = text;
        this.settings = settings;
        this.patterns = patterns;
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @throws UnusableSchemaException when it is none, or not of a flat object
     */
    public static SettingsSchema parse(String text) {
        if (text.length() > MAX_SCHEMA_CHARS) {
            throw new UnusableSchemaException("it has more than " + MAX_SCHEMA_CHARS + " characters");
        }
        try {
            JsonNode node = JSON.readTree(text);
            return new SettingsSchema(
                    text, settings(node), patterns(node), factory().getSchema(node, CONFIG));
        } catch (JsonProcessingException e) {
            throw new UnusableSchemaException("it is not JSON");
        } catch (JsonSchemaException e) {
            throw new UnusableSchemaException("it is not a JSON Schema");
        }
    }

    /** As the plugin gave it. */
    public String text() {
        return text;
    }

    /** The names of all settings. */
    public Set<String> names() {
        return Set.copyOf(settings.keySet());
    }

    /** The names of the secrets. */
    public Set<String> secrets() {
        return settings.values().stream()
                .filter(Setting::secret)
                .map(Setting::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The values of settings that there are, with the defaults of those that are missing. */
    public Map<String, Object> withDefaults(Map<String, Object> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        settings.values().forEach(setting -> {
            if (values.containsKey(setting.name())) {
                filled.put(setting.name(), values.get(setting.name()));
            } else {
                setting.fallback().ifPresent(value -> filled.put(setting.name(), value));
            }
        });
        return filled;
    }

    /** What is wrong with the values, secrets in the clear; empty when nothing is. */
    public List<FieldError> check(Map<String, Object> values) {
        List<FieldError> errors = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!settings.containsKey(name)) {
                errors.add(new FieldError(pointer(name), "setting.unknown", "is no setting of this plugin"));
            } else if (value instanceof String string && string.length() > MAX_TEXT_CHARS) {
                errors.add(new FieldError(pointer(name), "setting.too-long", "is longer than " + MAX_TEXT_CHARS));
            }
        });
        // Only settings that there are: a name that is none of them has its error already.
        ObjectNode node = JSON.valueToTree(withDefaults(values));
        if (errors.stream().noneMatch(error -> error.code().equals("setting.too-long"))) {
            schema.validate(node).forEach(message -> errors.add(error(message)));
        }
        if (errors.isEmpty()) {
            settings.values().stream()
                    .filter(setting -> node.has(setting.name())
                            && setting.type().value(node.get(setting.name())).isEmpty())
                    .forEach(setting -> errors.add(
                            new FieldError(pointer(setting.name()), "setting.range", "is too large a number")));
        }
        return List.copyOf(errors);
    }

    /** The values as plugins see them; only of values without errors. */
    public Map<String, Object> typed(Map<String, Object> values) {
        Map<String, Object> filled = withDefaults(values);
        Map<String, Object> typed = new LinkedHashMap<>();
        settings.values().stream()
                .filter(setting -> filled.containsKey(setting.name()))
                .forEach(setting -> setting.type()
                        .value(JSON.valueToTree(filled.get(setting.name())))
                        .ifPresent(seen -> typed.put(setting.name(), seen)));
        return typed;
    }

    private static Map<String, Setting> settings(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        if (!schema.path("type").asText().equals("object") || !properties.isObject()) {
            throw new UnusableSchemaException("it is not of an object with properties");
        }
        if (!schema.path("$schema").asText(DIALECT).equals(DIALECT)) {
            throw new UnusableSchemaException("it is not of " + DIALECT);
        }
        if (properties.size() > MAX_SETTINGS) {
            throw new UnusableSchemaException("it has more than " + MAX_SETTINGS + " settings");
        }
        if (!schema.findValues("$ref").isEmpty()
                || !schema.findValues("$dynamicRef").isEmpty()) {
            throw new UnusableSchemaException("it must not refer to other schemas");
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        properties.properties().forEach(e -> settings.put(e.getKey(), Setting.of(e.getKey(), e.getValue())));
        return settings;
    }

    private static Map<String, String> patterns(JsonNode schema) {
        Map<String, String> patterns = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(e ->
                        patterns.put(e.getKey(), e.getValue().path("pattern").asText()));
        return patterns;
    }

    private static JsonSchemaFactory factory() {
        return JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(SettingsMetaSchema.create())
                        .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
    }

    private FieldError error(ValidationMessage message) {
        String property = message.getProperty();
        String at = message.getInstanceLocation().toString();
        String pointer = "required".equals(message.getType()) && property != null ? pointer(property) : at;
        String code = "setting." + message.getType();
        return switch (message.getType()) {
            case "required" -> new FieldError(pointer, code, "is needed");
            case "type" ->
                Optional.ofNullable(settings.get(at.substring(at.indexOf('/') + 1)))
                        .map(Setting::type)
                        .map(type -> new FieldError(pointer, code + '.' + type.word(), type.rule()))
                        .orElseGet(() -> new FieldError(pointer, code, message.getError()));
            case "pattern" -> pattern(pointer, patterns.getOrDefault(at.substring(at.indexOf('/') + 1), ""));
            default -> new FieldError(pointer, code, message.getError());
        };
    }

    /** A pattern is for programs; of those for addresses it is known what they mean. */
    private static FieldError pattern(String pointer, String pattern) {
        return pattern.startsWith("^http")
                ? new FieldError(pointer, "setting.address", "must be a web address, such as https://example.com")
                : new FieldError(pointer, "setting.pattern", "does not have the form that the plugin asks for");
    }

    private static String pointer(String name) {
        return '/' + name.replace("~", "~0").replace("/", "~1");
    }
}
