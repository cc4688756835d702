package org.patchbay.jvb;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the Jitsi Videobridges. */
@ObjectClassDefinition(name = "Jitsi Videobridges", description = "How the server talks to its Jitsi Videobridges")
public @interface JvbConfig {

    @AttributeDefinition(description = "Milliseconds that a videobridge has to answer a request of a meeting")
    int requestMillis() default 4_000;

    @AttributeDefinition(description = "Milliseconds between two looks at a videobridge's health")
    int checkMillis() default 700;

    @AttributeDefinition(
            description = "Milliseconds that a videobridge has to answer such a look; it is down after two without")
    int checkAnswerMillis() default 700;
}
