package org.patchbay.spi.events;

import java.util.regex.Pattern;

/**
 * One type of event.
 *
 * @param name lower case words joined by dots: concept, thing, what happened; at most 100 characters
 * @param description one English sentence, shown to script writers
 * @param data a public record; its components become the schema's properties
 * @param durable whether it is journaled; a transient event reaches only who listens now
 */
public record EventType(String name, String description, Class<? extends Record> data, boolean durable) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int NAME_CHARS = 100;
    private static final String ROOT_PACKAGE = "org.patchbay.";

    public EventType {
        if (name.length() > NAME_CHARS || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of an event type: " + name);
        }
    }

    /** A journaled type. */
    public static EventType durable(String name, String description, Class<? extends Record> data) {
        return new EventType(name, description, data, true);
    }

    /** A type that is not journaled. */
    public static EventType passing(String name, String description, Class<? extends Record> data) {
        return new EventType(name, description, data, false);
    }

    /** The slice or plugin that publishes it, after the package of its record, such as {@code /meetings}. */
    public String source() {
        String home = data.getPackageName();
        if (home.startsWith(ROOT_PACKAGE + "plugin.")) {
            return "/" + home.substring(ROOT_PACKAGE.length()).replace('.', '/');
        }
        return home.startsWith(ROOT_PACKAGE)
                ? "/" + home.substring(ROOT_PACKAGE.length()).split("\\.", 2)[0]
                : "/" + home;
    }
}
