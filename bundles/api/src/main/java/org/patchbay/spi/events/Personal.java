package org.patchbay.spi.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text in an event's data, or in a record within it, that says something of a person. It rests sealed in the
 * journal under the person's key, is opened when the event is read, and reads {@code [erased]} once the person is erased.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {

    /** The component of the same record with the person's id; if it is empty, the person has no account. */
    String of();
}
