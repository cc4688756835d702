package org.patchbay.calls.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;

/** Who has a number outside. Thread-safe. */
public interface Names {

    /** Whether somebody could know at all. Answers at once. */
    boolean areThere();

    /** The name of who has this E.164 number; may wait for a database. */
    Optional<String> of(PortalId portal, String number);

    /**
     * Tells the name later, on any thread, where somebody outside the server has to be asked for it, as a CRM; says nothing where
     * nobody knows. Answers at once.
     */
    default void later(PortalId portal, String number, Consumer<String> then) {}
}
