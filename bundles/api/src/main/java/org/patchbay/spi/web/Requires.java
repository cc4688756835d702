package org.patchbay.spi.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.patchbay.api.identity.Right;

/**
 * The right that an operation needs, in the portal of its {@code {portal}} path parameter (without one: in the portal of
 * the request's host) and, where the path has {@code {meeting}}, in that meeting. An operation without it is not
 * published.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    Right value();
}
