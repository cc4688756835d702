package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.store.TestDatabase;

/** What becomes of names that a portal has twice, since before that was refused. */
interface NamesOnce {

    TestDatabase database();

    @Test
    default void theFirstKeepsTheNameAndTheOthersGetAnother() throws Exception {
        try (var connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String old : List.of(
                    "DROP INDEX DEPARTMENT_BY_NAME",
                    "ALTER TABLE DEPARTMENT DROP COLUMN NAME_KEY",
                    "DROP INDEX PORTAL_ROLE_BY_TITLE",
                    "ALTER TABLE PORTAL_ROLE DROP COLUMN TITLE_KEY")) {
                statement.execute(old);
            }
            String end = "-0000-7000-8000-000000000000";
            for (String name : List.of("1 acme Sales", "2 acme SALES", "3 acme sales", "4 bolt Sales", "5 acme Help")) {
                String[] part = name.split(" ");
                String id = "0000000" + part[0] + end.substring(0, end.length() - 1) + part[0];
                statement.execute(
                        "INSERT INTO DEPARTMENT (ID, PORTAL, NAME, HOURS, BREAKS, HOLIDAYS, REVISION) VALUES ('" + id
                                + "', '" + part[1] + "', '" + part[2] + "', '', '', '', 1)");
                statement.execute("INSERT INTO PORTAL_ROLE (ID, PORTAL, TITLE, EVERYWHERE, RIGHTS, REVISION) VALUES ('"
                        + id + "', '" + part[1] + "', '" + part[2] + "', 0, '', 1)");
            }
            for (String step : migration()) {
                statement.execute(step);
            }

            List<String> wanted = List.of("Sales", "SALES 000000002", "sales 000000003", "Sales", "Help");
            assertThat(texts(statement, "SELECT NAME FROM DEPARTMENT ORDER BY ID"))
                    .isEqualTo(wanted);
            assertThat(texts(statement, "SELECT TITLE FROM PORTAL_ROLE ORDER BY ID"))
                    .isEqualTo(wanted);
            assertThat(texts(statement, "SELECT NAME_KEY FROM DEPARTMENT ORDER BY ID"))
                    .isEqualTo(wanted.stream().map(NameKey::of).toList());
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<String> migration() throws IOException {
        try (InputStream file = NamesOnce.class.getResourceAsStream("/db/migration/identity/V51__names_once.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.replaceAll("--.*", "").strip().split(";\\s*"));
        }
    }
}
