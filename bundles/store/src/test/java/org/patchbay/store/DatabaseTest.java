package org.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.patchbay.store.database.Database;
import org.patchbay.store.database.DatabaseDownException;
import org.patchbay.store.database.DatabaseSettings;
import org.patchbay.store.migration.Migrations;

final class DatabaseTest {

    @Test
    void saysInOneLineThatNoDatabaseAnswers() throws Exception {
        // Bound, never listening: whoever connects is refused, and nobody else gets the port meanwhile.
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(0));
            int port = deaf.getLocalPort();
            assertThatThrownBy(() -> open("jdbc:postgresql://localhost:" + port + "/x?password=secret"))
                    .isInstanceOf(DatabaseDownException.class)
                    .hasMessageStartingWith("The database jdbc:postgresql://localhost:" + port + "/x does not answer: ")
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void saysWhichDatabasesItKnows() {
        assertThatThrownBy(() -> open("jdbc:mysql://localhost/x?password=secret"))
                .isInstanceOf(DatabaseDownException.class)
                .hasMessage("The database URL must begin with jdbc:derby: or jdbc:postgresql:, "
                        + "not jdbc:mysql://localhost/x");
    }

    @Test
    void appliesAMigrationOnceAndRefusesAChangedOne() throws Exception {
        try (Database database = Database.open(TestDatabases.derby())) {
            Migrations migrations = new Migrations(database);
            var first = java.util.List.of(TwoSlices.resource("db/migration/left/V1__cup.sql"));
            migrations.apply("left", first);
            migrations.apply("left", first);
            assertThat(applied(database)).isEqualTo(1);
            var changed = java.util.List.of(TwoSlices.resource("changed/V1__cup.sql"));
            assertThatThrownBy(() -> migrations.apply("left", changed)).hasMessageContaining("checksum mismatch");
            assertThatThrownBy(() -> migrations.apply("none", java.util.List.of()))
                    .hasMessage("No migrations in db/migration/none");
        }
    }

    private static int applied(Database database) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM LEFT_HISTORY WHERE \"version\" = '1'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void open(String url) throws DatabaseDownException {
        Database.open(new DatabaseSettings(url, "patchbay", "", 2, Duration.ofSeconds(2)))
                .close();
    }
}
