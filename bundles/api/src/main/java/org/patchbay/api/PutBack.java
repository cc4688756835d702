package org.patchbay.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a draft that may be sent as the whole thing was read, with some of it changed: what only the thing itself has, such as
 * its id, is read over. Anything else unknown is an error all the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PutBack {

    /** The thing as it is read. */
    Class<? extends Record> value();
}
