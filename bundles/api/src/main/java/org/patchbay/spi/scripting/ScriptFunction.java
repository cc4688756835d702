package org.patchbay.spi.scripting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that scripts may call. Parameter names are kept by the compiler and shown to script writers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ScriptFunction {
    /** One English sentence, shown while completing. */
    String value();
}
