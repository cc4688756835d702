package org.patchbay.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of outbound HTTP. */
@ObjectClassDefinition(name = "Outbound HTTP")
public @interface HttpConfig {

    @AttributeDefinition(
            description = "Private addresses that may be called all the same, by comma: 10.1.0.0/16, 10.1.2.3:8080,"
                    + " [fd00::1]:443 or crm.example:8443. None by default.")
    String allow() default "";

    @AttributeDefinition(description = "Requests under way at a time for one portal.")
    int requestsPerPortal() default 16;

    @AttributeDefinition(description = "Requests under way at a time for the whole server.")
    int requestsAtOnce() default 64;
}
