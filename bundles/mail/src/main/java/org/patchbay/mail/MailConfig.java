package org.patchbay.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of mail. */
@ObjectClassDefinition(name = "Patchbay mail")
public @interface MailConfig {

    @AttributeDefinition(
            description = "Where mails go, such as smtp://user:password@mail.example.com:587 (STARTTLS when offered) or"
                    + " smtps://… (TLS from the start); empty keeps them in the outbox")
    String smtpUrl() default "";

    @AttributeDefinition(description = "The sender's address")
    String from() default "patchbay@localhost";

    @AttributeDefinition(description = "Seconds between two looks for mails that are due again")
    int outboxSeconds() default 15;

    @AttributeDefinition(description = "Attempts before a mail counts as failed")
    int attemptLimit() default 8;
}
