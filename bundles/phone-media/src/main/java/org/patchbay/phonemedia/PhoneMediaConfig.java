package org.patchbay.phonemedia;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the sound of calls. */
@ObjectClassDefinition(name = "Phone media", description = "The sound of calls")
public @interface PhoneMediaConfig {

    @AttributeDefinition(description = "The first UDP port for sound; each call leg takes an even one and the next")
    int firstPort() default 20_000;

    @AttributeDefinition(description = "The last UDP port for sound")
    int lastPort() default 23_999;

    @AttributeDefinition(description = "The IP address to listen on; empty for all of this machine")
    String bind() default "";

    @AttributeDefinition(
            description = "IP addresses that phones, browsers and trunks are told, parted by commas: one of IPv4, one"
                    + " of IPv6 or both; empty for those of this machine. To be set behind NAT")
    String addresses() default "";

    @AttributeDefinition(description = "The most call legs with sound at a time")
    int maxPorts() default 2_000;

    @AttributeDefinition(description = "The most Opus streams that are made into or of another codec at a time")
    int maxOpus() default 16;

    @AttributeDefinition(
            description =
                    "The most phones in meetings at a time; each has one Opus stream encoded and up to four decoded")
    int maxRooms() default 16;

    @AttributeDefinition(description = "Seconds without a packet after which a phone counts as vanished")
    int silentSeconds() default 30;

    @AttributeDefinition(description = "Threads that read sound; 0 for one for every two processors")
    int threads() default 0;

    @AttributeDefinition(description = "The folder of portals' own prompts; empty for none")
    String prompts() default "data/prompts";
}
