package org.patchbay.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.store.TestDatabases;
import org.patchbay.store.database.Database;
import org.patchbay.store.database.DatabaseSettings;

class HistoryTest {

    static List<DatabaseSettings> databases() {
        return List.of(TestDatabases.derby(), TestDatabases.postgresql());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void holdsWhatWasAppliedAndNothingElse(DatabaseSettings settings) throws Exception {
        try (Database database = Database.open(settings)) {
            History history = new History(database, Migrations.historyTable("left"));
            URL cup = file("db/migration/left/V1__cup.sql");
            assertThat(history.holds(List.of(cup))).isFalse();

            new Migrations(database).apply("left", List.of(cup));

            assertThat(history.holds(List.of(cup))).isTrue();
            assertThat(history.holds(List.of())).isFalse();
            assertThat(history.holds(List.of(file("changed/V1__cup.sql")))).isFalse();
            assertThat(history.holds(List.of(cup, file("db/migration/right/V1__plate.sql"))))
                    .isFalse();
        }
    }

    private static URL file(String path) {
        return Objects.requireNonNull(HistoryTest.class.getClassLoader().getResource(path));
    }
}
