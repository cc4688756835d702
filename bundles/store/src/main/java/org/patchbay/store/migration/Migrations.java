package org.patchbay.store.migration;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.patchbay.store.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of a slice to its newest version. Each slice has a history table of its own. */
public final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    /** Below this folder of a bundle lies a folder per slice, and in that one per database where they differ. */
    public static final String FOLDER = "db/migration";

    private final Database database;

    public Migrations(Database database) {
        this.database = database;
    }

    /** Applies what is new among the files; serial, as slices start in parallel. */
    public synchronized void apply(String slice, List<URL> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("No migrations in " + FOLDER + "/" + slice);
        }
        if (new History(database, historyTable(slice)).holds(files)) {
            return;
        }
        var result = Flyway.configure(Flyway.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(database.dataSource())
                .table(historyTable(slice))
                // The schema holds other slices' tables, so version 0 is written down instead of an empty schema.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(database.kind().placeholders())
                .resourceProvider(new SqlFiles(files.stream().map(SqlFile::new).toList()))
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
        if (result.migrationsExecuted > 0) {
            log.info("{}: tables are at version {}", slice, result.targetSchemaVersion);
        }
    }

    /** The name of the slice's history table. */
    public static String historyTable(String slice) {
        return slice.replace('-', '_').toUpperCase(Locale.ROOT) + "_HISTORY";
    }
}
