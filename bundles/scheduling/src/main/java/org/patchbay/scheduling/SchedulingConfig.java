package org.patchbay.scheduling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of planned meetings. */
@ObjectClassDefinition(name = "Patchbay scheduling")
public @interface SchedulingConfig {

    @AttributeDefinition(description = "Minutes before its start from which on anybody opens a planned room")
    int earlyMinutes() default 15;

    @AttributeDefinition(description = "Minutes after its end until which anybody opens a planned room")
    int graceMinutes() default 30;

    @AttributeDefinition(description = "The most people invited to one meeting")
    int inviteeLimit() default 500;

    @AttributeDefinition(
            description = "Days after its last time for which a planned meeting is kept where the portal says nothing")
    int keepDays() default 365;

    @AttributeDefinition(description = "Seconds between two looks for reminders that are due")
    int reminderSeconds() default 20;

    @AttributeDefinition(
            description =
                    "The mailbox to which calendars send answers, such as imaps://user:password@mail.example.com/INBOX;"
                            + " empty reads none")
    String inboxUrl() default "";

    @AttributeDefinition(
            description =
                    "The address of that mailbox, which has to take mail for user+anything@ too; empty gives calendars the"
                            + " organizer's own address")
    String inboxAddress() default "";

    @AttributeDefinition(description = "Seconds between two looks into the mailbox")
    int inboxSeconds() default 60;
}
