package org.patchbay.store;

import java.sql.SQLException;
import java.util.Optional;
import org.patchbay.spi.web.HealthCheck;
import org.patchbay.store.database.Database;

/** Tells whether the database answers. */
record DatabaseHealth(Database database) implements HealthCheck {

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<String> check() {
        try {
            database.check();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("The database does not answer");
        }
    }
}
