package org.patchbay.click2meet;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of Click2Meet. */
@ObjectClassDefinition(name = "Patchbay Click2Meet")
public @interface Click2MeetConfig {

    @AttributeDefinition(description = "Seconds that it rings before a visitor is told that nobody answers")
    int ringSeconds() default 60;

    @AttributeDefinition(description = "The most visitors who wait for one person at a time")
    int waitingPerPerson() default 10;

    @AttributeDefinition(description = "The most visitors who wait from one address at a time")
    int waitingPerAddress() default 3;

    @AttributeDefinition(description = "The most rings from one address in ten minutes")
    int ringsPerAddress() default 20;

    @AttributeDefinition(description = "The most messages from one address in an hour")
    int messagesPerAddress() default 5;

    @AttributeDefinition(description = "The most messages to one person in a day")
    int messagesPerPerson() default 50;
}
