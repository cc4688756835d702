package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;
import static org.patchbay.identity.store.Samples.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;

/** What every store of people does. */
interface PersonStoreContract {

    PersonStore store();

    @Test
    @Tag("S0.02")
    default void findsPeopleOfTheirPortalOnly() {
        Person ada = person(ACME, "Ada");
        Person bob = person(BOLT, "Ada");
        store().insert(ada);
        store().insert(bob);

        assertThat(store().find(ACME, ada.id())).contains(ada);
        assertThat(store().find(BOLT, ada.id())).isEmpty();
        assertThat(store().findByLogin(ACME, "aDA")).contains(ada);
        assertThat(store().findByLogin(BOLT, "ada")).contains(bob);
        assertThat(store().findByEmail(ACME, "ADA@example.ORG")).containsExactly(ada);
        assertThat(store().findByLogin(ACME, "bob")).isEmpty();
        assertThat(store().findByEmail(ACME, "bob@example.org")).isEmpty();
    }

    @Test
    default void keepsSomebodyWithTheLeast() {
        PersonDraft draft = PersonDraft.of("bare", "Bare").edit().enabled(false).done();
        Person bare = Person.of(new PersonId(Ids.next()), ACME, draft, THEN, 1);
        store().insert(bare);

        assertThat(store().find(ACME, bare.id())).contains(bare);
    }

    @Test
    @Tag("S2.11")
    default void refusesALoginTwiceInAPortal() {
        store().insert(person(ACME, "ada"));
        store().insert(person(BOLT, "ada"));

        assertThatThrownBy(() -> store().insert(person(ACME, "ADA")))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
    }

    @Test
    default void findsAtMostTwoOfAnAddress() {
        for (int i = 0; i < 3; i++) {
            Person one = person(ACME, "p" + i);
            PersonDraft same =
                    one.draft().edit().email(Optional.of("same@example.org")).done();
            store().insert(one.with(same, 1));
        }
        assertThat(store().findByEmail(ACME, "same@example.org")).hasSize(2);
    }

    @Test
    default void changesOnlyThePresentVersionInItsPortal() {
        Person ada = person(ACME, "ada");
        store().insert(ada);
        Person changed = person(ACME, ada.id(), "ada.l", "Ada L", 2);

        assertThat(store().update(person(BOLT, ada.id(), "stolen", "Stolen", 2)))
                .isFalse();
        assertThat(store().update(changed)).isTrue();
        assertThat(store().update(changed)).isFalse();
        assertThat(store().find(ACME, ada.id())).contains(changed);
    }

    @Test
    default void findsTheHoldersOfARole() {
        Person ada = person(ACME, "ada");
        Person eve = ada.with(PersonDraft.of("eve", "Eve"), 1);
        eve = Person.of(new PersonId(Ids.next()), ACME, eve.draft(), THEN, 1);
        List.of(ada, eve, person(BOLT, "bob")).forEach(store()::insert);

        assertThat(store().holders(ACME, "system-owner")).containsExactly(ada);
        assertThat(store().holders(ACME, "owner")).isEmpty();
        assertThat(store().holders(ACME, "manager")).isEmpty();
        assertThat(store().hasMembers(ACME, Samples.SALES)).isTrue();
        assertThat(store().hasMembers(ACME, new DepartmentId(Ids.next()))).isFalse();
    }

    @Test
    default void keepsThePasswordApart() {
        Person ada = person(ACME, "ada");
        store().insert(ada);
        assertThat(store().passwordHash(ACME, ada.id())).isEmpty();

        assertThat(store().setPasswordHash(BOLT, ada.id(), "stolen")).isFalse();
        assertThat(store().setPasswordHash(ACME, ada.id(), "hash")).isTrue();
        assertThat(store().passwordHash(ACME, ada.id())).contains("hash");
        assertThat(store().passwordHash(BOLT, ada.id())).isEmpty();
        Person found = store().find(ACME, ada.id()).orElseThrow();
        assertThat(found.hasPassword()).isTrue();
        assertThat(found.version()).isEqualTo(2);

        assertThat(store().update(person(ACME, ada.id(), "ada", "Changed", 3))).isTrue();
        assertThat(store().passwordHash(ACME, ada.id())).contains("hash");
    }

    @Test
    default void deletesOneAndErasesAPortal() {
        Person ada = person(ACME, "ada");
        Person eve = person(ACME, "eve");
        Person bob = person(BOLT, "bob");
        List.of(ada, eve, bob).forEach(store()::insert);

        assertThat(store().delete(BOLT, ada.id())).isFalse();
        assertThat(store().delete(ACME, ada.id())).isTrue();
        assertThat(store().delete(ACME, ada.id())).isFalse();
        store().erase(ACME);

        assertThat(names(ACME, Optional.empty())).isEmpty();
        assertThat(names(BOLT, Optional.empty())).containsExactly("Name of bob");
    }

    @Test
    @Tag("S2.03")
    default void listsByNameAcrossPagesWithTheTotal() {
        for (String name : List.of("beta", "Alpha", "delta", "Gamma", "alpha")) {
            store().insert(person(ACME, new PersonId(Ids.next()), "l" + Ids.next(), name, 1));
        }
        store().insert(person(BOLT, "other"));

        List<String> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Person> page = store().list(ACME, Optional.empty(), new PageRequest(2, after));
            assertThat(page.total()).hasValue(5);
            page.items().forEach(person -> names.add(person.name()));
            after = page.next();
        } while (after.isPresent());

        assertThat(names).hasSize(5).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    default void looksForTextInNameLoginAndAddress() {
        store().insert(person(ACME, new PersonId(Ids.next()), "ada", "Ada 100%", 1));
        store().insert(person(ACME, new PersonId(Ids.next()), "eve", "Eve", 1));
        store().insert(person(BOLT, new PersonId(Ids.next()), "ada", "Ada 100%", 1));

        assertThat(names(ACME, Optional.of("ADA"))).containsExactly("Ada 100%");
        assertThat(names(ACME, Optional.of("eve@"))).containsExactly("Eve");
        assertThat(names(ACME, Optional.of("example.org"))).containsExactly("Ada 100%", "Eve");
        assertThat(names(ACME, Optional.of("0%"))).containsExactly("Ada 100%");
        assertThat(names(ACME, Optional.of("a_a"))).isEmpty();
    }

    private List<String> names(PortalId portal, Optional<String> text) {
        return store().list(portal, text, PageRequest.first(10)).items().stream()
                .map(Person::name)
                .toList();
    }

    @Test
    default void refusesABrokenCursor() {
        for (String cursor : List.of("", "%%%", "bm90aGluZw", "x".repeat(5000).toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> store().list(ACME, Optional.empty(), new PageRequest(2, Optional.of(cursor))))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).pointer()).isEqualTo("after"));
        }
    }
}
