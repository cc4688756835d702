package org.patchbay.identity;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of people and sessions. */
@ObjectClassDefinition(name = "Patchbay identity")
public @interface IdentityConfig {

    @AttributeDefinition(description = "The folder into which root's first one-time link is written.")
    String dataFolder() default "data";

    @AttributeDefinition(description = "The HTTP port, for root's first one-time link.")
    int httpPort() default 8080;

    @AttributeDefinition(description = "Hours after which a session that nobody uses ends.")
    int sessionIdleHours() default 12;

    @AttributeDefinition(description = "Days after which every session ends.")
    int sessionDays() default 14;

    @AttributeDefinition(description = "Days for which the link in a welcome mail works.")
    int welcomeDays() default 7;

    @AttributeDefinition(description = "Passwords hashed at the same time; each takes 19 MiB.")
    int hashesAtOnce() default 4;

    @AttributeDefinition(description = "Milliseconds that a sign-in waits for its turn to hash before it is refused.")
    int hashWaitMillis() default 5000;

    @AttributeDefinition(description = "Seconds that a directory may take to check a password.")
    int directorySeconds() default 10;

    @AttributeDefinition(description = "Passwords that a portal's directories check at the same time.")
    int directoryCallsPerPortal() default 8;

    @AttributeDefinition(description = "Megabytes that somebody may store for whom nothing else is said.")
    int storageMegabytes() default 1000;

    @AttributeDefinition(
            description = "Days before the end of an account or a portal on which a mail tells of it; 0 for none.")
    int expiryWarningDays() default 7;
}
