package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.store.TestDatabase;

/** Who is there since before numbers were looked in is found by them too. */
interface FoundByNumber {

    TestDatabase database();

    @Test
    default void findsThePeopleOfBefore() throws Exception {
        try (var connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String person : List.of("'a', '10005', '+49 30 77', NULL", "'b', NULL, NULL, '0170 88'")) {
                String login = person.substring(1, 2);
                statement.execute("INSERT INTO PERSON (ID, EXTENSION, PHONE, MOBILE, PORTAL, LOGIN, LOGIN_KEY, NAME,"
                        + " SORT_NAME, SEARCH_TEXT, ROLES, ENABLED, CREATED, REVISION) VALUES (" + person
                        + ", 'acme', '"
                        + login + "', '" + login + "', 'N', 'n', 'n', '', 1, 0, 1)");
            }
            for (String step : migration()) {
                statement.execute(step);
            }
            for (String found : List.of("10005:a", "+49 30 77:a", "0170 88:b")) {
                String[] part = found.split(":");
                try (var rows =
                        statement.executeQuery("SELECT ID FROM PERSON WHERE SEARCH_TEXT LIKE 'n%" + part[0] + "%'")) {
                    assertThat(rows.next()).as(found).isTrue();
                    assertThat(rows.getString(1)).isEqualTo(part[1]);
                    assertThat(rows.next()).isFalse();
                }
            }
        }
    }

    private static List<String> migration() throws IOException {
        try (InputStream file =
                FoundByNumber.class.getResourceAsStream("/db/migration/identity/V56__people_found_by_number.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.replaceAll("--.*", "").strip().split(";\\s*"));
        }
    }
}
