package org.patchbay.web.entry;

import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;

/** Tells a client that left in the middle of an answer from a fault of the server. */
public final class Departure {

    private static final int DEEPEST = 20;

    private Departure() {}

    /** Whether it was thrown because nobody takes the answer any more. */
    public static boolean caused(Throwable thrown) {
        Optional<Throwable> cause = Optional.of(thrown);
        for (int depth = 0; depth < DEEPEST && cause.isPresent(); depth++) {
            Throwable present = cause.get();
            if (present instanceof EOFException || present instanceof ClosedChannelException) {
                return true;
            }
            cause = Optional.ofNullable(present.getCause());
        }
        return false;
    }
}
