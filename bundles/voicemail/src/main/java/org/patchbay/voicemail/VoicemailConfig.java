package org.patchbay.voicemail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of voicemail. */
@ObjectClassDefinition(name = "Patchbay voicemail")
public @interface VoicemailConfig {

    @AttributeDefinition(description = "Folder for messages and greetings; servers of a cluster share it")
    String folder() default "data/voicemail";

    @AttributeDefinition(description = "The most messages in a mailbox")
    int messagesPerBox() default 100;

    @AttributeDefinition(description = "The most megabytes that a portal's messages take")
    int megabytesPerPortal() default 2048;

    @AttributeDefinition(description = "Megabytes that stay free on the disk; below that no message can be left")
    int freeMegabytes() default 200;

    @AttributeDefinition(
            description = "The most megabytes of sound that go with a mail; larger ones stay in the mailbox")
    int mailMegabytes() default 5;

    @AttributeDefinition(description = "Days after which messages are deleted; 0 for never")
    int retentionDays() default 365;

    @AttributeDefinition(description = "Wrong PINs of a mailbox in a quarter of an hour, before no PIN is taken")
    int wrongPins() default 10;
}
