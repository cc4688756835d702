package org.patchbay.provisioning.template;

/** What is wrong with a template, and in which line. */
public final class TemplateError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    TemplateError(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The first line is 1. */
    public int line() {
        return line;
    }
}
