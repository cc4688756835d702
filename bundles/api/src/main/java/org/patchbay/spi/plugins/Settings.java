package org.patchbay.spi.plugins;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * A plugin's settings in one portal, checked against its schema, defaults filled in, secrets in the clear. Immutable;
 * its text form hides the values.
 */
public record Settings(PortalId portal, Map<String, Object> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** A text value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Settings of " + portal + " with " + values.keySet();
    }
}
