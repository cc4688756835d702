package org.patchbay.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the web front. */
@ObjectClassDefinition(name = "Web front")
public @interface WebConfig {

    @AttributeDefinition(description = "CIDRs of the proxies whose forwarded headers are believed, by comma.")
    String trustedProxies() default "";

    @AttributeDefinition(description = "The port that browsers reach HTTPS on; pages away from localhost go there.")
    int httpsPort() default 8443;

    @AttributeDefinition(description = "Requests under way at a time from one address.")
    int requestsPerAddress() default 64;

    @AttributeDefinition(description = "Bodies on their way at a time; fewer than there are threads.")
    int bodiesUnderWay() default 100;

    @AttributeDefinition(description = "Seconds of waiting for a body after which its pace matters.")
    int bodyPatienceSeconds() default 10;

    @AttributeDefinition(description = "Bytes a second at which a body must then have come.")
    int bodyBytesPerSecond() default 1024;

    @AttributeDefinition(description = "Live connections at a time of one session.")
    int liveSocketsPerSession() default 16;

    @AttributeDefinition(description = "Live connections at a time from one address.")
    int liveSocketsPerAddress() default 256;

    @AttributeDefinition(description = "Seconds without a message after which a live connection is pinged or closed.")
    int liveIdleSeconds() default 60;

    @AttributeDefinition(
            description = "Paths below /api/v1/ that resources must serve before the server is ready, by comma; * for a"
                    + " variable segment.")
    String requiredResources() default "portal";

    @AttributeDefinition(description = "Live channels that must be there before the server is ready, by comma.")
    String requiredChannels() default "";
}
