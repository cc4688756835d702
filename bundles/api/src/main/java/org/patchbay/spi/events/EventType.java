package org.patchbay.spi.events;

/**
 * One type of event.
 *
 * @param name lower case words joined by dots: concept, thing, what happened
 * @param description one English sentence, shown to script writers
 * @param data a public record; its components become the schema's properties
 * @param durable whether it is journaled; a transient event reaches only who listens now
 */
public record EventType(String name, String description, Class<? extends Record> data, boolean durable) {

    /** A journaled type. */
    public static EventType durable(String name, String description, Class<? extends Record> data) {
        return new EventType(name, description, data, true);
    }

    /** A type that is not journaled. */
    public static EventType passing(String name, String description, Class<? extends Record> data) {
        return new EventType(name, description, data, false);
    }
}
