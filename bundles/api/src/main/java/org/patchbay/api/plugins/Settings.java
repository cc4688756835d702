package org.patchbay.api.plugins;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.patchbay.api.PortalId;

/**
 * A plugin's settings in one portal, checked against its schema, defaults filled in, secrets in the clear. Immutable;
 * its text form hides the values.
 *
 * @param values texts, booleans, {@link Long} for integers, {@link BigDecimal} for other numbers
 */
public record Settings(PortalId portal, Map<String, Object> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** A text value; empty also when it is blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString).filter(value -> !value.isBlank());
    }

    /** A whole number. */
    public OptionalLong number(String name) {
        return values.get(name) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /** Whether a switch is on. */
    public boolean on(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    @Override
    public String toString() {
        return "Settings of " + portal + " with " + values.keySet();
    }
}
