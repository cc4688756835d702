package org.patchbay.store.database;

import java.sql.Driver;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.derby.jdbc.EmbeddedDriver;

/** The databases that Patchbay runs on. */
public enum DatabaseKind {
    DERBY(
            "jdbc:derby:",
            "derby(batchLimit=100,shutdownOnClose=false,allowsAliasInBulkClause=true)",
            Map.of("text", "CLOB(16M)", "bytes", "BLOB(16M)")) {
        @Override
        Driver driver() {
            return new EmbeddedDriver();
        }
    },
    POSTGRESQL("jdbc:postgresql:", "postgres(batchLimit=100)", Map.of("text", "TEXT", "bytes", "BYTEA")) {
        @Override
        Driver driver() {
            return new org.postgresql.Driver();
        }
    };

    private final String prefix;
    private final String dictionary;
    private final Map<String, String> placeholders;

    DatabaseKind(String prefix, String dictionary, Map<String, String> placeholders) {
        this.prefix = prefix;
        this.dictionary = dictionary;
        this.placeholders = placeholders;
    }

    /** The kind that a JDBC URL names. */
    public static Optional<DatabaseKind> of(String url) {
        return Arrays.stream(values())
                .filter(kind -> url.startsWith(kind.prefix))
                .findFirst();
    }

    abstract Driver driver();

    /** OpenJPA's name for it, so that it need not ask the database. */
    public String dictionary() {
        return dictionary;
    }

    /** The types whose names differ, for use in migrations: {@code ${text}} and {@code ${bytes}}. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** The folder of migrations for this database alone. */
    public String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
