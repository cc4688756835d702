package org.patchbay.store.database;

import java.time.Duration;

/**
 * How to reach the database.
 *
 * @param url a JDBC URL
 * @param poolSize the most connections at a time
 * @param connectionWait how long a unit of work waits for a free connection
 */
public record DatabaseSettings(String url, String user, String password, int poolSize, Duration connectionWait) {

    /** The URL as far as a log may show it: without parameters, which can hold a password. */
    public String place() {
        return url.split("[?;]", 2)[0];
    }
}
