package org.patchbay.store.database;

import java.sql.SQLException;

/** The database cannot be opened; the message is one line for a person. */
public final class DatabaseDownException extends Exception {

    private static final long serialVersionUID = 1L;

    public DatabaseDownException(String line) {
        super(line);
    }

    /** The first line of the innermost message, which is the one that says why. */
    static String innermost(SQLException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("no reason given");
    }
}
