package org.patchbay.meetings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of meetings. */
@ObjectClassDefinition(name = "Patchbay meetings")
public @interface MeetingsConfig {

    @AttributeDefinition(description = "Minutes that a meeting stays open with nobody in it")
    int emptyMinutes() default 15;

    @AttributeDefinition(description = "The most participants of one meeting")
    int participantLimit() default 100;

    @AttributeDefinition(description = "Seconds between two looks for empty meetings")
    int caretakerSeconds() default 30;

    @AttributeDefinition(
            description =
                    "URLs of STUN and TURN servers for browsers that cannot reach the media server directly, parted"
                            + " by commas: turn:turn.example.com?transport=udp, turns:turn.example.com:443?transport=tcp")
    String turnUrls() default "";

    @AttributeDefinition(description = "The secret shared with the TURN servers (coturn: static-auth-secret)")
    String turnSecret() default "";

    @AttributeDefinition(description = "Minutes after which a participant's TURN credentials end")
    int turnMinutes() default 720;
}
