package org.patchbay.scripting.worker;

/** Where a source is wrong; line and column count from 1. */
public record SyntaxError(int line, int column, String message) {

    /** Reads {@code line:column:message}. */
    static SyntaxError parse(String text) {
        var parts = text.split(":", 3);
        return new SyntaxError(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }
}
