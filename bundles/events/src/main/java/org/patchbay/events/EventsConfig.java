package org.patchbay.events;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the events. */
@ObjectClassDefinition(name = "Patchbay events", description = "How long events are kept.")
public @interface EventsConfig {

    @AttributeDefinition(description = "Days after which an event is deleted; 0 keeps all.")
    int retentionDays() default 90;

    @AttributeDefinition(description = "Events kept of each portal, the newest; 0 keeps all.")
    long retentionEvents() default 1_000_000;

    @AttributeDefinition(description = "Minutes between two looks at what is to be deleted.")
    int retentionMinutes() default 60;
}
