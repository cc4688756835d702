package org.patchbay.scripting.worker;

/**
 * What crosses between the server and the worker.
 *
 * @param script the handle of one loading of a script; 0 when it is about none
 * @param number as the kind says
 * @param text as the kind says
 */
public record Message(Kind kind, int script, long number, String text) {

    /** The most bytes of text in a message. */
    static final int MAX_TEXT = 8 << 20;

    public static Message of(Kind kind, int script, String text) {
        return new Message(kind, script, 0, text);
    }
}
