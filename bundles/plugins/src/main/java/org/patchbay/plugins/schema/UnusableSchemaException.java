package org.patchbay.plugins.schema;

/** A plugin's settings schema that no form can be made from; the message goes on after "its settings schema: ". */
public final class UnusableSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSchemaException(String message) {
        super(message);
    }
}
