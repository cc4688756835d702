package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.imports.ImportFinding;
import org.patchbay.identity.imports.ImportRow;
import org.patchbay.identity.imports.ImportState;
import org.patchbay.identity.imports.ImportVerdict;
import org.patchbay.identity.imports.PeopleImport;

/** What every store of imports does. */
interface ImportStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-000000000001");

    ImportStore store();

    private static PeopleImport begun(PortalId portal, int minutes) {
        return new PeopleImport(
                Ids.next(),
                portal,
                ADA,
                THEN.plusSeconds(60L * minutes),
                THEN.plusSeconds(86_400),
                ImportState.CHECKED,
                ";",
                List.of("EmailAddress", "Shoe size", "MAC"),
                List.of("Shoe size"),
                List.of("MAC"),
                0,
                0,
                0,
                0);
    }

    private static StoredRow row(int line, ImportVerdict verdict, String login) {
        return new StoredRow(
                new ImportRow(
                        line,
                        verdict,
                        Map.of("EmailAddress", login, "MAC", "\u00e9\"x"),
                        verdict == ImportVerdict.OK
                                ? List.of()
                                : List.of(new ImportFinding("MAC", "odd", "is odd", verdict == ImportVerdict.ERROR))),
                Optional.of(login),
                Optional.of(login + "@x"),
                Optional.of("10" + line));
    }

    @Test
    default void keepsImportsOfTheirPortalAndPerson() {
        PeopleImport first = begun(ACME, 0);
        PeopleImport second = begun(ACME, 1);
        store().insert(first);
        store().insert(second);

        assertThat(store().find(ACME, first.id())).contains(first);
        assertThat(store().find(BOLT, first.id())).isEmpty();
        assertThat(store().of(ACME, ADA)).containsExactly(second, first);
        assertThat(store().of(BOLT, ADA)).isEmpty();
        store().update(first.counting(3, 2, 1));
        assertThat(store().lock(ACME, first.id())).contains(first.counting(3, 2, 1));
        store().update(first.saved());
        assertThat(store().find(ACME, first.id())).contains(first.saved());
    }

    @Test
    default void keepsRowsInTheOrderOfTheFile() {
        PeopleImport begun = begun(ACME, 0);
        store().insert(begun);
        StoredRow ok = row(2, ImportVerdict.OK, "ada");
        StoredRow warning = row(3, ImportVerdict.WARNING, "eve");
        StoredRow error = row(10, ImportVerdict.ERROR, "ada");
        store().insertRows(ACME, begun.id(), List.of(error, ok, warning));

        assertThat(store().rows(ACME, begun.id(), Optional.empty(), 0, 2)).containsExactly(ok.row(), warning.row());
        assertThat(store().rows(ACME, begun.id(), Optional.empty(), 3, 2)).containsExactly(error.row());
        assertThat(store().rows(ACME, begun.id(), Optional.of(ImportVerdict.WARNING), 0, 9))
                .containsExactly(warning.row());
        assertThat(store().rows(BOLT, begun.id(), Optional.empty(), 0, 9)).isEmpty();
        assertThat(store().row(ACME, begun.id(), 10)).contains(error);
        assertThat(store().row(BOLT, begun.id(), 10)).isEmpty();
        assertThat(store().counts(ACME, begun.id()))
                .isEqualTo(Map.of(ImportVerdict.OK, 1, ImportVerdict.WARNING, 1, ImportVerdict.ERROR, 1));
        assertThat(store().sharing(ACME, begun.id(), Set.of("ada"), Optional.of("103"), 9))
                .containsExactly(ok, warning, error);
        assertThat(store().sharing(ACME, begun.id(), Set.of(), Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    default void changesAndForgetsRows() {
        PeopleImport begun = begun(ACME, 0);
        store().insert(begun);
        store().insertRows(
                        ACME, begun.id(), List.of(row(2, ImportVerdict.ERROR, "ada"), row(3, ImportVerdict.OK, "eve")));

        store().updateRow(ACME, begun.id(), row(2, ImportVerdict.OK, "bob"));
        store().updateRow(BOLT, begun.id(), row(3, ImportVerdict.ERROR, "x"));
        assertThat(store().row(ACME, begun.id(), 2)).contains(row(2, ImportVerdict.OK, "bob"));
        assertThat(store().counts(ACME, begun.id())).isEqualTo(Map.of(ImportVerdict.OK, 2));
        store().deleteRow(ACME, begun.id(), 2);
        assertThat(store().row(ACME, begun.id(), 2)).isEmpty();
        store().deleteRows(ACME, begun.id());
        assertThat(store().counts(ACME, begun.id())).isEmpty();
        assertThat(store().delete(BOLT, begun.id())).isFalse();
        assertThat(store().delete(ACME, begun.id())).isTrue();
        assertThat(store().find(ACME, begun.id())).isEmpty();
    }

    @Test
    default void forgetsWhatExpiredAndWhatWasThePortals() {
        PeopleImport acme = begun(ACME, 0);
        PeopleImport bolt = begun(BOLT, 0);
        store().insert(acme);
        store().insert(bolt);
        store().insertRows(ACME, acme.id(), List.of(row(2, ImportVerdict.OK, "ada")));

        store().deleteExpired(THEN.plusSeconds(86_400));
        assertThat(store().find(ACME, acme.id())).isPresent();
        assertThat(store().list(ACME)).extracting(PeopleImport::id).containsExactly(acme.id());
        store().erase(ACME);
        assertThat(store().find(ACME, acme.id())).isEmpty();
        assertThat(store().find(BOLT, bolt.id())).isPresent();
        store().deleteExpired(THEN.plusSeconds(86_401));
        assertThat(store().find(BOLT, bolt.id())).isEmpty();
    }
}
