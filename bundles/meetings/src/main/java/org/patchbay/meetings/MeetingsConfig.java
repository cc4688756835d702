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

    @AttributeDefinition(description = "The most megabytes of one file in a meeting's chat")
    int chatFileMegabytes() default 10;

    @AttributeDefinition(description = "The most megabytes of all files in a meeting's chat")
    int chatMegabytes() default 100;
}
