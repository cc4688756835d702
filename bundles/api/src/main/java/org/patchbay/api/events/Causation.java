package org.patchbay.api.events;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which event the work of this thread follows from. What is published meanwhile carries it as its causation, so that
 * nobody has to hand it through every slice. Holds for one thread; thread-safe.
 */
public final class Causation {

    private static final ThreadLocal<Optional<String>> PRESENT = ThreadLocal.withInitial(Optional::empty);

    private Causation() {}

    /** Does the work as a consequence of the event with this id, or of none. */
    public static <T> T of(Optional<String> event, Supplier<T> work) {
        Optional<String> before = PRESENT.get();
        PRESENT.set(event);
        try {
            return work.get();
        } finally {
            if (before.isPresent()) {
                PRESENT.set(before);
            } else {
                PRESENT.remove();
            }
        }
    }

    /** The id of the event that led to what is being done, if one did. */
    public static Optional<String> present() {
        return PRESENT.get();
    }
}
