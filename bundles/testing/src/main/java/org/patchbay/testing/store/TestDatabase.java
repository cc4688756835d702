package org.patchbay.testing.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.store.database.Database;
import org.patchbay.store.database.DatabaseDownException;
import org.patchbay.store.database.DatabaseSettings;
import org.patchbay.store.persistence.PersistenceUnit;

/**
 * A real database with the tables of a slice, run by the very classes that run it in the server: the slice's migrations
 * are applied, its persistence unit is opened and checked against them, units of work are JTA transactions. The tables
 * are emptied before each test. One test class for each database runs the slice's store contract:
 *
 * <pre>{@code
 * final class JpaMailStoreOnDerbyTest implements MailStoreContract {
 *     @RegisterExtension
 *     static final TestDatabase DATABASE = TestDatabase.derby("mail");
 *
 *     @Override
 *     public MailStore store() {
 *         return new JpaMailStore(DATABASE.jpa());
 *     }
 * }
 * }</pre>
 *
 * and the same with {@link #postgresql} in {@code JpaMailStoreOnPostgresqlTest}. {@link #unitOfWork()} goes to a service
 * under test that opens units of work.
 */
public final class TestDatabase implements BeforeEachCallback, AfterAllCallback {

    private static final int POOL_SIZE = 8;

    private final Database database;
    private final Map<String, PersistenceUnit> units = new LinkedHashMap<>();

    private TestDatabase(Database opened, String... units) {
        database = opened;
        for (String unit : units) {
            this.units.put(unit, SliceOnClassPath.named(unit).open(database));
        }
    }

    private static Database open(String url, String user) {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        try {
            return Database.open(new DatabaseSettings(url, user, "patchbay", POOL_SIZE, Duration.ofSeconds(10)));
        } catch (DatabaseDownException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty Derby in memory. */
    static Database emptyDerby() {
        return open("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true", "patchbay");
    }

    /** An empty database of a real PostgreSQL. */
    static Database emptyPostgresql() {
        return open(PostgresServer.newDatabase(), "postgres");
    }

    /** Derby in memory, with the persistence units of these names. */
    public static TestDatabase derby(String... units) {
        return new TestDatabase(emptyDerby(), units);
    }

    /** A real PostgreSQL, with the persistence units of these names. */
    public static TestDatabase postgresql(String... units) {
        return new TestDatabase(emptyPostgresql(), units);
    }

    /** The template of the only persistence unit. */
    public JpaTemplate jpa() {
        return units.values().iterator().next().template();
    }

    /** The template of one of several persistence units. */
    public JpaTemplate jpa(String unit) {
        return Optional.ofNullable(units.get(unit)).orElseThrow().template();
    }

    /** Opens units of work that the templates join. */
    public UnitOfWork unitOfWork() {
        return database.transactions();
    }

    /** Plain connections; within a unit of work they are its connection. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Tables.empty(database.dataSource());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        units.values().forEach(PersistenceUnit::close);
        database.close();
    }
}
