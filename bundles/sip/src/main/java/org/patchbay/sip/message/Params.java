package org.patchbay.sip.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters after a value, {@code ;name=value;flag}; names without regard to case. Immutable.
 *
 * @param values by name in lower case; a flag has an empty value
 */
public record Params(Map<String, String> values) {

    /** None. */
    public static final Params NONE = new Params(Map.of());

    /** Reads what follows the first semicolon. */
    static Params parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : Tokens.split(text, ';')) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            values.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value);
        }
        return new Params(values);
    }

    /** Whether there is one of this name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of this name, without quotes. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(Tokens::unquote);
    }

    /** The value of this name, or an empty one. */
    public String text(String name) {
        return find(name).orElse("");
    }

    /** With this one besides. */
    public Params with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Params(more);
    }

    /** As they are written, each with its semicolon. */
    @Override
    public String toString() {
        if (values.isEmpty()) {
            return "";
        }
        var out = new StringBuilder();
        values.forEach((name, value) -> {
            out.append(';').append(name);
            if (!value.isEmpty()) {
                out.append('=').append(value);
            }
        });
        return out.toString();
    }
}
