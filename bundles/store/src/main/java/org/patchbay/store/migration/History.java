package org.patchbay.store.migration;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.patchbay.store.database.Database;

/**
 * What Flyway wrote down of a slice's migrations. To read it takes a query; to load Flyway and let it look takes a good part
 * of a second of each slice's start, mostly to find that nothing is new.
 */
final class History {

    private static final String BASELINE = "0";

    private final Database database;
    private final String table;

    History(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Whether exactly these files have been applied, unchanged. Says no in any doubt: Flyway then finds out. */
    boolean holds(List<URL> files) {
        Map<String, Integer> wanted = new HashMap<>();
        for (URL file : files) {
            SqlFile sql = new SqlFile(file);
            wanted.put(version(sql.getFilename()), checksum(sql));
        }
        try {
            return applied().equals(wanted);
        } catch (SQLException e) {
            return false;
        }
    }

    private Map<String, Integer> applied() throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT \"version\", \"checksum\", \"success\" FROM \"" + table + "\"")) {
            while (rows.next()) {
                String version = rows.getString(1);
                if (!rows.getBoolean(3)) {
                    return Map.of();
                }
                // The row that says that the schema was created has no version.
                if (version != null && !BASELINE.equals(version)) {
                    applied.put(version, rows.getInt(2));
                }
            }
        }
        return applied;
    }

    /** {@code V12__what.sql} is version 12. */
    private static String version(String name) {
        int end = name.indexOf("__");
        return name.startsWith("V") && end > 0 ? name.substring(1, end) : name;
    }

    /** As Flyway computes it: the lines without their ends. */
    private static int checksum(SqlFile file) {
        CRC32 crc = new CRC32();
        file.text().lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
