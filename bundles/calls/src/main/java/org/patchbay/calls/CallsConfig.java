package org.patchbay.calls;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of call control. */
@ObjectClassDefinition(name = "Patchbay calls")
public @interface CallsConfig {

    @AttributeDefinition(description = "The most calls at once; further ones are told to try again later")
    int mostCalls() default 5000;

    @AttributeDefinition(description = "Threads on which calls go on; 0 for two for each processor")
    int threads() default 0;

    @AttributeDefinition(description = "Milliseconds that scripts have to say what becomes of a call")
    int scriptMillis() default 500;

    @AttributeDefinition(description = "Days after which records of calls are deleted; 0 for never")
    int retentionDays() default 365;

    @AttributeDefinition(description = "Folder for recordings of calls")
    String recordings() default "data/call-recordings";

    @AttributeDefinition(
            description =
                    "Megabytes of the disk of recordings that are left free; below, calls go on without being recorded")
    int spareMegabytes() default 64;

    @AttributeDefinition(description = "The most texts that wait for the phones of an extension; further ones get 480")
    int textsWaiting() default 100;

    @AttributeDefinition(description = "Days after which a text is deleted that no phone took")
    int textDays() default 7;

    @AttributeDefinition(
            description = "The most texts in the history of somebody at an extension; with a further one the oldest go")
    int textHistory() default 1000;

    @AttributeDefinition(description = "Days after which texts are deleted from histories; 0 for never")
    int textHistoryDays() default 365;
}
