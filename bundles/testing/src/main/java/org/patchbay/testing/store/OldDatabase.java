package org.patchbay.testing.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.store.database.Database;
import org.patchbay.store.persistence.PersistenceUnit;

/**
 * A real database whose tables of a slice are of an older version: a test fills them as that version did, brings them up to
 * date by the slice's own migrations, and reads what was there before.
 */
public final class OldDatabase implements AutoCloseable {

    private final Database database;
    private final SliceOnClassPath slice;
    private @Nullable PersistenceUnit unit;

    private OldDatabase(Database database, String unit, int version) {
        this.database = database;
        this.slice = SliceOnClassPath.named(unit);
        slice.migrate(database, version);
    }

    /** Derby in memory, with the tables of this persistence unit as they were at this version. */
    public static OldDatabase derby(String unit, int version) {
        return new OldDatabase(TestDatabase.emptyDerby(), unit, version);
    }

    /** The same in a real PostgreSQL. */
    public static OldDatabase postgresql(String unit, int version) {
        return new OldDatabase(TestDatabase.emptyPostgresql(), unit, version);
    }

    /** Runs a statement with these values at its question marks. */
    public void run(String sql, @Nullable Object... values) {
        unitOfWork().run(() -> {
            try (var connection = database.dataSource().getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        });
    }

    /** Brings the tables up to date and opens the persistence unit, which is checked against them. */
    public JpaTemplate migrate() {
        if (unit != null) {
            unit.close();
        }
        PersistenceUnit opened = slice.open(database);
        unit = opened;
        return opened.template();
    }

    /** Opens units of work that the template joins. */
    public UnitOfWork unitOfWork() {
        return database.transactions();
    }

    @Override
    public void close() {
        if (unit != null) {
            unit.close();
        }
        database.close();
    }
}
