package org.patchbay.events.types;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.events.EventSchema;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** Knows the event types that slices and plugins declare at the moment. */
@Component(service = EventTypeDirectory.class)
public final class EventTypeDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<EventTypes> services;

    private volatile DeclaredTypes declared;

    @Activate
    public EventTypeDirectory() {
        this(List.of());
    }

    /** A directory that starts with these. */
    public EventTypeDirectory(List<EventTypes> services) {
        this.services = services;
        this.declared = new DeclaredTypes(services);
    }

    public Optional<EventType> find(String name) {
        return declared().find(name);
    }

    /** Every type with its schema, sorted by name. */
    public List<EventSchema> schemas() {
        return declared().schemas();
    }

    /** Read anew whenever a service has come or gone, which replaces the list. */
    private DeclaredTypes declared() {
        List<EventTypes> present = services;
        DeclaredTypes known = declared;
        if (!known.areOf(present)) {
            known = new DeclaredTypes(present);
            declared = known;
        }
        return known;
    }
}
