package org.patchbay.voicemail.box;

import java.util.Arrays;
import java.util.Locale;
import org.patchbay.api.Problem;

/** What callers hear of the mailbox's person. */
public enum Greeting {
    /** When nobody answers. */
    UNAVAILABLE,
    /** When the extension is busy. */
    BUSY,
    /** The name, said before the sentence of the server. */
    NAME,

    /** Of the assistant: what its keys are for. */
    ASSISTANT;

    /** As in paths and file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this word. */
    public static Greeting of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND.because("voicemail.no-greeting", "There is no such greeting"));
    }
}
