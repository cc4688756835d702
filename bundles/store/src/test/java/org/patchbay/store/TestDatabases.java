package org.patchbay.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.patchbay.store.database.DatabaseSettings;

/** Fresh empty databases of both kinds. */
public final class TestDatabases {

    private TestDatabases() {}

    public static DatabaseSettings derby() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        return settings("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true", "patchbay");
    }

    public static DatabaseSettings postgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return settings(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres");
    }

    private static DatabaseSettings settings(String url, String user) {
        return new DatabaseSettings(url, user, "patchbay", 4, Duration.ofMillis(300));
    }

    /** Started by the first who asks; stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
