package org.patchbay.web.json;

import org.patchbay.api.Problem;

/** Names, without padding, of things in paths and messages. */
public final class UnpaddedNames {

    private UnpaddedNames() {}

    /**
     * Refuses what begins or ends with white space: to a database with padded comparison (SQL-92, 8.2) it would be another
     * name of the same thing.
     */
    public static void require(String name) {
        if (!name.equals(name.strip())) {
            throw Problem.NOT_FOUND.because("There is nothing here");
        }
    }
}
