package org.patchbay.spi.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation answers whose method returns a response with headers, for the description of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    /** The type of the body; {@code void.class} for none. */
    Class<?> value();

    /** The status of success. */
    int status() default 200;
}
