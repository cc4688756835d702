package org.patchbay.recordings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of recordings. */
@ObjectClassDefinition(name = "Patchbay recordings")
public @interface RecordingsConfig {

    @AttributeDefinition(description = "The folder of recordings; what is being recorded is always here.")
    String folder() default "data/recordings";

    @AttributeDefinition(description = "A disk with less than so many megabytes left counts as full.")
    int spareMegabytes() default 64;

    @AttributeDefinition(description = "The ffmpeg that makes films, by its path or its name.")
    String ffmpeg() default "ffmpeg";

    @AttributeDefinition(description = "After how many seconds it is looked for recordings to be put together.")
    int lookSeconds() default 30;

    @AttributeDefinition(
            description = "Where finished recordings are kept: the address of an S3-compatible store,"
                    + " such as https://s3.example.com; empty for the folder.")
    String s3Address() default "";

    @AttributeDefinition(description = "The region that the S3-compatible store expects in signatures.")
    String s3Region() default "us-east-1";

    @AttributeDefinition(description = "The bucket, which must exist.")
    String s3Bucket() default "";

    @AttributeDefinition(description = "The id of the access key of the S3-compatible store.")
    String s3KeyId() default "";

    @AttributeDefinition(description = "The access key of the S3-compatible store.")
    String s3Key() default "";
}
