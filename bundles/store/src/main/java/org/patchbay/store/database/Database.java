package org.patchbay.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import org.apache.commons.dbcp2.managed.BasicManagedDataSource;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.patchbay.store.transaction.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database. Within a unit of work every connection handle of the data source is the same physical connection,
 * enlisted in the transaction with local commit; outside of one it is an ordinary pooled connection.
 */
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /** The longest unit is the import of 10,000 people, which takes a minute and on a busy machine several. */
    private static final int TRANSACTION_SECONDS = 900;

    private final DatabaseKind kind;
    private final DatabaseSettings settings;
    private final GeronimoTransactionManager manager;
    private final BasicManagedDataSource pool;
    private final Transactions transactions;

    private Database(DatabaseKind kind, DatabaseSettings settings) {
        this.kind = kind;
        this.settings = settings;
        try {
            this.manager = new GeronimoTransactionManager(TRANSACTION_SECONDS);
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
        this.pool = pool(kind, settings, manager);
        this.transactions = new Transactions(manager, manager);
    }

    /**
     * Opens the pool and one connection.
     *
     * @throws DatabaseDownException with one line that says what is wrong
     */
    public static Database open(DatabaseSettings settings) throws DatabaseDownException {
        DatabaseKind kind = DatabaseKind.of(settings.url())
                .orElseThrow(() -> new DatabaseDownException(
                        "The database URL must begin with jdbc:derby: or jdbc:postgresql:, not " + settings.place()));
        Database database = new Database(kind, settings);
        try {
            database.check();
            return database;
        } catch (SQLException e) {
            database.closePool();
            throw new DatabaseDownException(
                    "The database " + settings.place() + " does not answer: " + DatabaseDownException.innermost(e));
        }
    }

    private static BasicManagedDataSource pool(
            DatabaseKind kind, DatabaseSettings settings, GeronimoTransactionManager manager) {
        BasicManagedDataSource pool = new BasicManagedDataSource();
        pool.setTransactionManager(manager);
        pool.setTransactionSynchronizationRegistry(manager);
        pool.setDriver(kind.driver());
        pool.setUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaxTotal(settings.poolSize());
        pool.setMaxIdle(settings.poolSize());
        pool.setMaxWait(settings.connectionWait());
        pool.setTestOnBorrow(true);
        pool.setValidationQueryTimeout(Duration.ofSeconds(5));
        return pool;
    }

    /** Asks the database for a sign of life. */
    public void check() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (!connection.isValid(5)) {
                throw new SQLException("not valid");
            }
        }
    }

    public DatabaseKind kind() {
        return kind;
    }

    public DataSource dataSource() {
        return pool;
    }

    public TransactionManager transactionManager() {
        return manager;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** Connections that are in use at the moment. */
    public int connectionsInUse() {
        return pool.getNumActive();
    }

    @Override
    public void close() {
        closePool();
        if (kind == DatabaseKind.DERBY) {
            shutDownDerby();
        }
    }

    private void closePool() {
        try {
            pool.close();
        } catch (SQLException e) {
            log.debug("The pool did not close", e);
        }
    }

    /** Derby answers a shutdown with an exception, and a database in memory is dropped by one. */
    private void shutDownDerby() {
        String end = settings.url().startsWith("jdbc:derby:memory:") ? ";drop=true" : ";shutdown=true";
        try (Connection none = kind.driver().connect(settings.place() + end, new java.util.Properties())) {
            log.debug("Derby is still up: {}", none);
        } catch (SQLException e) {
            log.debug("Derby is down: {}", e.getMessage());
        }
    }
}
