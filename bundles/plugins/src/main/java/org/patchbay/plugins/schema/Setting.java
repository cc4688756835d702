package org.patchbay.plugins.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** One property of a settings schema. */
record Setting(String name, SettingType type, boolean secret, Optional<Object> fallback) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    static Setting of(String name, JsonNode property) {
        if (!NAME.matcher(name).matches()) {
            throw new UnusableSchemaException("the setting \"" + name + "\" needs a name of letters and digits");
        }
        SettingType type = SettingType.named(property.path("type").asText())
                .orElseThrow(() -> new UnusableSchemaException(
                        "the setting \"" + name + "\" must be a string, an integer, a number or a boolean"));
        boolean secret = property.path("secret").asBoolean(false);
        if (secret && (type != SettingType.STRING || property.has("default"))) {
            throw new UnusableSchemaException("the secret \"" + name + "\" must be a string without default");
        }
        Optional<Object> fallback = Optional.empty();
        if (property.has("default")) {
            fallback = type.value(property.get("default"));
            if (fallback.isEmpty()) {
                throw new UnusableSchemaException("the default of \"" + name + "\" is of another type");
            }
        }
        return new Setting(name, type, secret, fallback);
    }
}
