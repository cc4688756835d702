package org.patchbay.testing.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Empties every table but the histories of migrations. */
final class Tables {

    private Tables() {}

    static void empty(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            List<String> left = names(connection);
            // A table that others refer to is emptied in a later round.
            for (int rounds = left.size(); !left.isEmpty() && rounds > 0; rounds--) {
                left = delete(connection, left);
            }
            if (!left.isEmpty()) {
                throw new IllegalStateException("Not emptied: " + left);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> name.toUpperCase(Locale.ROOT).endsWith("_HISTORY"));
        return names;
    }

    private static List<String> delete(Connection connection, List<String> names) {
        List<String> left = new ArrayList<>();
        for (String name : names) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM \"" + name + "\"");
            } catch (SQLException e) {
                left.add(name);
            }
        }
        return left;
    }
}
