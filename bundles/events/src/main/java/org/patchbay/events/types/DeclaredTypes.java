package org.patchbay.events.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.events.EventSchema;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The types of some services, by name. The first who declares a name has it. */
final class DeclaredTypes {

    private static final Logger log = LoggerFactory.getLogger(DeclaredTypes.class);

    private final List<EventTypes> services;
    private final Map<String, EventType> types = new TreeMap<>();
    private final Map<String, EventSchema> schemas = new TreeMap<>();

    DeclaredTypes(List<EventTypes> services) {
        this.services = services;
        for (EventTypes service : services) {
            service.types().forEach(this::add);
        }
    }

    private void add(EventType type) {
        if (types.containsKey(type.name())) {
            log.warn("The event type {} of {} is declared twice; this one is left out", type.name(), type.source());
            return;
        }
        try {
            String schema = SchemaWriter.write(type);
            schemas.put(type.name(), new EventSchema(type.name(), type.description(), type.durable(), schema));
            types.put(type.name(), type);
        } catch (IllegalArgumentException e) {
            log.error("The event type {} cannot be used: {}", type.name(), e.getMessage());
        }
    }

    boolean areOf(List<EventTypes> others) {
        return services == others;
    }

    Optional<EventType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    List<EventSchema> schemas() {
        return new ArrayList<>(schemas.values());
    }
}
