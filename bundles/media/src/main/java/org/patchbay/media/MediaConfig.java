package org.patchbay.media;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the embedded bridge. */
@ObjectClassDefinition(name = "Media", description = "The embedded media bridge")
public @interface MediaConfig {

    @AttributeDefinition(description = "The UDP port that carries all media; 0 for any free one")
    int port() default 10_000;

    @AttributeDefinition(
            description = "IP addresses to listen on, parted by commas; empty for all of this machine but loopback")
    String bind() default "";

    @AttributeDefinition(
            description = "IP addresses, each with its port if that differs, under which clients reach this machine,"
                    + " parted by commas; empty for the addresses listened on. To be set behind NAT")
    String addresses() default "";

    @AttributeDefinition(description = "The most conferences at a time")
    int maxConferences() default 200;

    @AttributeDefinition(description = "The most endpoints at a time, in all conferences")
    int maxEndpoints() default 1_000;

    @AttributeDefinition(description = "Where this machine stands, as administrators of portals know it: Frankfurt")
    String region() default "";
}
