package org.patchbay.api.events;

/**
 * A declared event type.
 *
 * @param schema JSON Schema 2020-12 of the data
 */
public record EventSchema(String type, String description, boolean durable, String schema) {}
