package org.patchbay.plugins.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a setting can be. */
enum SettingType {
    STRING("must be text") {
        @Override
        Optional<Object> value(JsonNode node) {
            return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
        }
    },
    INTEGER("must be a whole number") {
        @Override
        Optional<Object> value(JsonNode node) {
            try {
                return node.isNumber() ? Optional.of(node.decimalValue().longValueExact()) : Optional.empty();
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
    },
    NUMBER("must be a number") {
        @Override
        Optional<Object> value(JsonNode node) {
            return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
        }
    },
    BOOLEAN("must be on or off") {
        @Override
        Optional<Object> value(JsonNode node) {
            return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
        }
    };

    private final String rule;

    SettingType(String rule) {
        this.rule = rule;
    }

    /** What a value of another type is told. */
    String rule() {
        return rule;
    }

    /** As schemas call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value as plugins see it; empty when it is of another type. */
    abstract Optional<Object> value(JsonNode node);

    static Optional<SettingType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.word().equals(name)).findFirst();
    }
}
