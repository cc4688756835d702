package org.patchbay.events.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.patchbay.api.events.EventSchema;

/** An event type in a list. */
public record SchemaJson(String type, String description, boolean durable, @JsonRawValue String schema) {

    static SchemaJson of(EventSchema schema) {
        return new SchemaJson(schema.type(), schema.description(), schema.durable(), schema.schema());
    }
}
