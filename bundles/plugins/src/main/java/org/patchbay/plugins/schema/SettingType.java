package org.patchbay.plugins.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/** What a setting can be. */
enum SettingType {
    STRING {
        @Override
        Optional<Object> value(JsonNode node) {
            return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
        }
    },
    INTEGER {
        @Override
        Optional<Object> value(JsonNode node) {
            try {
                return node.isNumber() ? Optional.of(node.decimalValue().longValueExact()) : Optional.empty();
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }
    },
    NUMBER {
        @Override
        Optional<Object> value(JsonNode node) {
            return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
        }
    },
    BOOLEAN {
        @Override
        Optional<Object> value(JsonNode node) {
            return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
        }
    };

    /** The value as plugins see it; empty when it is of another type. */
    abstract Optional<Object> value(JsonNode node);

    static Optional<SettingType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(java.util.Locale.ROOT).equals(name))
                .findFirst();
    }
}
