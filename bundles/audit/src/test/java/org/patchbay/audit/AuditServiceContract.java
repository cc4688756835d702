package org.patchbay.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.audit.AuditFilter;
import org.patchbay.audit.store.JpaAuditStore;
import org.patchbay.testing.audit.AuditContract;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;
import org.patchbay.testing.store.TestDatabase;

/** The audit on a real database. */
interface AuditServiceContract extends AuditContract {

    InMemoryPersonalSecrets SECRETS = new InMemoryPersonalSecrets();

    TestDatabase database();

    @Override
    default AuditService audit() {
        return new AuditService(
                new JpaAuditStore(database().jpa("audit")), SECRETS, database().unitOfWork());
    }

    private static AuditDraft draft(String name) {
        return new AuditDraft("person.updated", "person", ANNA.value(), Map.of(), Map.of("name", name))
                .personal(ANNA, "name");
    }

    @Test
    default void isLostWithTheChangeItTellsOf() {
        assertThatThrownBy(() -> database().unitOfWork().run(() -> {
                    audit().record(ACME, draft("Anna"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(entries(ACME)).isEmpty();
        assertThat(audit().verify(ACME).intact()).isTrue();
    }

    @Test
    default void severalEntriesOfOneUnitFollowEachOther() {
        database().unitOfWork().run(() -> {
            audit().record(ACME, draft("One"));
            audit().record(OTHER, draft("Another portal's"));
            audit().record(ACME, draft("Two"));
        });

        assertThat(entries(ACME)).extracting(AuditEntry::sequence).containsExactly(2L, 1L);
        assertThat(audit().verify(ACME).intact()).isTrue();
        assertThat(audit().verify(OTHER).entries()).isEqualTo(1);
    }

    @Test
    default void manyAtOnceMakeOneChain() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int writer = i;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 10; j++) {
                    audit().record(j % 2 == 0 ? ACME : OTHER, draft("Writer " + writer));
                }
            }));
        }
        writers.forEach(CompletableFuture::join);

        assertThat(audit().verify(ACME)).returns(true, v -> v.intact()).returns(30L, v -> v.entries());
        assertThat(audit().verify(OTHER)).returns(true, v -> v.intact()).returns(30L, v -> v.entries());
    }

    @Test
    default void findsTheEntryThatWasChanged() {
        var ids = record(3);
        execute("UPDATE AUDIT_ENTRY SET ACTION = 'person.deleted' WHERE ID = '" + ids.get(1) + "'");

        var verification = audit().verify(ACME);

        assertThat(verification.intact()).isFalse();
        assertThat(verification.brokenSequence()).hasValue(2);
        assertThat(verification.brokenId()).contains(ids.get(1));
        assertThat(verification.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("2"));
        assertThat(audit().verify(OTHER).intact()).isTrue();
    }

    @Test
    default void findsAnEntryThatIsMissing() {
        var ids = record(3);
        execute("DELETE FROM AUDIT_ENTRY WHERE ID = '" + ids.get(1) + "'");

        assertThat(audit().verify(ACME).brokenSequence()).hasValue(2);
    }

    @Test
    default void findsThatTheLastEntryIsMissing() {
        var ids = record(3);
        execute("DELETE FROM AUDIT_ENTRY WHERE ID = '" + ids.get(2) + "'");

        assertThat(audit().verify(ACME).brokenSequence()).hasValue(3);
    }

    @Test
    default void theChainIsWholeAfterSomebodyIsErased() {
        var person = new org.patchbay.api.identity.PersonId(Ids.next());
        audit().record(
                        ACME,
                        Callers.administrator(ACME),
                        new AuditDraft(
                                        "person.updated",
                                        "person",
                                        person.value(),
                                        Map.of("name", "Anna", "language", "en"),
                                        Map.of("name", "Anna B.", "language", "de"))
                                .personal(person, "name"));

        SECRETS.erase(ACME, person);

        var entry = entries(ACME).get(0);
        assertThat(entry.before()).isEqualTo(Map.of("name", "[erased]", "language", "en"));
        assertThat(entry.after()).isEqualTo(Map.of("name", "[erased]", "language", "de"));
        assertThat(entry.name()).as("who did it is another").contains("Some system-owner");
        assertThat(audit().verify(ACME).intact()).isTrue();
    }

    @Test
    default void whoWasErasedHasNoNameAndNoAddressAnyMore() {
        var by = Callers.administrator(ACME);
        audit().record(ACME, by, draft("Anna"));

        SECRETS.erase(ACME, by.person());

        var entry = entries(ACME).get(0);
        assertThat(entry.person()).contains(by.person());
        assertThat(entry.name()).contains("[erased]");
        assertThat(audit().verify(ACME).intact()).isTrue();
    }

    @Test
    default void keepsNoPersonalValueInTheClear() throws SQLException {
        audit().record(ACME, Callers.administrator(ACME), draft("Annabella"));

        try (var connection = database().dataSource().getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT * FROM AUDIT_ENTRY")) {
            assertThat(rows.next()).isTrue();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                assertThat(String.valueOf(rows.getString(i))).doesNotContain("Annabella", "Some system-owner");
            }
        }
    }

    @Test
    default void takesOnlyPersonalFieldsOfSomebody() {
        var draft = new AuditDraft(
                "a.b", "thing", "1", Map.of(), Map.of(), java.util.Optional.empty(), java.util.Set.of("name"));

        assertThatThrownBy(() -> audit().record(ACME, draft)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void cutsValuesThatAreTooLong() {
        audit().record(
                        ACME,
                        new AuditDraft("script.saved", "script", "1", Map.of(), Map.of("source", "x".repeat(100_000))));

        assertThat(entries(ACME).get(0).after().get("source")).hasSize(4_001).endsWith("…");
    }

    @Test
    default void aPortalThatGoesTakesItsChainAlong() {
        record(2);
        audit().record(OTHER, draft("Other"));

        new AuditData(audit(), new JpaAuditStore(database().jpa("audit"))).erase(ACME);

        assertThat(entries(ACME)).isEmpty();
        assertThat(audit().verify(ACME).entries()).isZero();
        assertThat(audit().verify(OTHER).entries()).isEqualTo(1);
    }

    @Test
    default void givesAPersonWhatIsAboutThePerson() {
        record(2);
        audit().record(ACME, new AuditDraft("portal.updated", "portal", "p", Map.of(), Map.of("name", "Acme")));
        var found = new ArrayList<String>();

        new AuditData(audit(), new JpaAuditStore(database().jpa("audit")))
                .export(ACME, ANNA, (kind, entry) -> found.add(kind + " " + ((AuditEntry) entry).action()));

        assertThat(found).containsExactly("entry person.updated", "entry person.updated");
    }

    @Test
    default void answersWhoAsksByAFile(@TempDir Path data) throws IOException {
        var ids = record(2);
        audit().record(OTHER, draft("Other"));
        var desk = new VerifyDesk(new JpaAuditStore(database().jpa("audit")), data.resolve("audit"));
        desk.look();
        assertThat(data.resolve("audit/verified")).doesNotExist();

        Files.createFile(data.resolve("audit/verify"));
        desk.look();
        assertThat(data.resolve("audit/verify")).doesNotExist();
        assertThat(Files.readAllLines(data.resolve("audit/verified")))
                .anyMatch(line -> line.startsWith("portal " + ACME + ": 2 entries, whole, head "))
                .endsWith("Every chain is whole.");

        execute("UPDATE AUDIT_ENTRY SET FIELDS_AFTER = '{}' WHERE ID = '" + ids.get(1) + "'");
        Files.createFile(data.resolve("audit/verify"));
        desk.look();
        assertThat(Files.readAllLines(data.resolve("audit/verified")))
                .anyMatch(line -> line.startsWith("portal " + ACME + ": BROKEN at entry 2 (" + ids.get(1) + "): "))
                .endsWith("A chain is broken.");
        desk.stop();
    }

    private List<String> record(int entries) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            audit().record(ACME, draft("Anna " + i));
            ids.add(entries(ACME).get(0).id());
        }
        return ids;
    }

    private List<AuditEntry> entries(PortalId portal) {
        return audit().list(portal, AuditFilter.ALL, PageRequest.first(50)).items();
    }

    private void execute(String sql) {
        try (var connection = database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
