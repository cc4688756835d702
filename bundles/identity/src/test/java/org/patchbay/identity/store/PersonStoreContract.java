package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;
import static org.patchbay.identity.store.Samples.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.identity.Scope;

/** What every store of people does. */
interface PersonStoreContract {

    DepartmentId SALES = new DepartmentId("05000000-0000-7000-8000-000000000001");

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
    default void saysWhatPeopleAreCalled() {
        Person ada = person(ACME, "Ada");
        Person bob = person(BOLT, "Bob");
        store().insert(ada);
        store().insert(bob);

        Set<String> wanted = Set.of(ada.id().value(), bob.id().value(), Ids.next());
        assertThat(store().names(ACME, wanted))
                .containsExactly(Map.entry(ada.id().value(), "Name of Ada"));
        assertThat(store().names(ACME, Set.of())).isEmpty();
    }

    @Test
    default void findsThoseWhoseLastDayComesNear() {
        Person soon = ending(ACME, "soon", "2026-01-05", true);
        Person other = ending(BOLT, "other", "2026-01-07", true);
        ending(ACME, "later", "2026-01-08", true);
        ending(ACME, "off", "2026-01-05", false);
        LocalDate from = LocalDate.parse("2026-01-01");
        LocalDate until = LocalDate.parse("2026-01-07");

        assertThat(store().ending(from, until, Optional.empty(), 10))
                .extracting(Person::id)
                .containsExactlyInAnyOrder(soon.id(), other.id());
        List<Person> first = store().ending(from, until, Optional.empty(), 1);
        List<Person> second =
                store().ending(from, until, Optional.of(first.get(0).id()), 1);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    private Person ending(PortalId portal, String login, String day, boolean enabled) {
        PersonDraft draft = PersonDraft.of(login, login)
                .edit()
                .activeUntil(Optional.of(LocalDate.parse(day)))
                .enabled(enabled)
                .done();
        Person person = Person.of(new PersonId(Ids.next()), portal, draft, THEN, 1);
        store().insert(person);
        return person;
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
    @Tag("S1.06")
    default void refusesAnInternalNumberTwiceInAPortal() {
        drafted("ada", draft -> draft.edit().extension(Optional.of("201")).done());
        drafted("bob", draft -> draft);
        drafted("cy", draft -> draft);
        Person elsewhere = person(BOLT, "eve");
        store().insert(elsewhere.with(
                elsewhere.draft().edit().extension(Optional.of("201")).done(), 1));

        assertThatThrownBy(() -> drafted(
                        "dan",
                        draft -> draft.edit().extension(Optional.of("201")).done()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
    }

    @Test
    default void keepsWhenSomebodySignedInLast() {
        drafted("ada", draft -> draft);
        drafted("bob", draft -> draft);
        drafted("cy", draft -> draft);
        Person bob = store().findByLogin(ACME, "bob").orElseThrow();
        Person ada = store().findByLogin(ACME, "ada").orElseThrow();
        store().signedIn(ACME, bob.id(), THEN.plusSeconds(60));
        store().signedIn(ACME, ada.id(), THEN);
        store().signedIn(BOLT, ada.id(), THEN.plusSeconds(90));

        assertThat(store().find(ACME, bob.id()))
                .hasValueSatisfying(found -> assertThat(found.lastSignIn()).contains(THEN.plusSeconds(60)))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(bob.version()));
        assertThat(logins(PersonSelection.of(new PeopleQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PeopleQuery.Order.SIGN_IN,
                        true))))
                .containsExactly("bob", "ada", "cy");
    }

    @Test
    default void refusesAnAddressTwiceInAPortal() {
        for (int i = 0; i < 3; i++) {
            Person one = person(ACME, "p" + i);
            PersonDraft same =
                    one.draft().edit().email(Optional.of("same@example.org")).done();
            if (i == 0) {
                store().insert(one.with(same, 1));
            } else {
                assertThatThrownBy(() -> store().insert(one.with(same, 1)))
                        .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                                .isEqualTo(Problem.CONFLICT));
            }
        }
        assertThat(store().findByEmail(ACME, "same@example.org")).hasSize(1);
        assertThat(store().takenAddresses(ACME, Set.of("same@example.org", "p0", "p1")))
                .containsExactlyInAnyOrder("same@example.org", "p0");
        assertThat(store().takenAddresses(BOLT, Set.of("same@example.org"))).isEmpty();
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
        assertThat(store().hasRole(ACME, "system-owner")).isTrue();
        assertThat(store().hasRole(ACME, "manager")).isTrue();
        assertThat(store().hasRole(ACME, "owner")).isFalse();
        assertThat(store().hasRole(BOLT, "emperor")).isFalse();
        assertThat(store().hasMembers(ACME, Samples.SALES)).isTrue();
        assertThat(store().hasMembers(ACME, new DepartmentId(Ids.next()))).isFalse();
    }

    @Test
    default void countsTheMembersOfEachDepartment() {
        Person ada = person(ACME, "ada");
        List<Membership> twice = List.of(new Membership(SALES, "user"), new Membership(SALES, "manager"));
        PersonDraft draft =
                PersonDraft.of("eve", "Eve").edit().memberships(twice).done();
        Person eve = Person.of(new PersonId(Ids.next()), ACME, draft, THEN, 1);
        List.of(ada, eve, person(BOLT, "bob")).forEach(store()::insert);
        Set<DepartmentId> adas =
                ada.memberships().stream().map(Membership::department).collect(Collectors.toSet());

        Map<DepartmentId, Integer> counts = store().memberCounts(ACME);

        assertThat(counts.keySet()).containsAll(adas).contains(SALES);
        assertThat(counts.get(SALES)).isEqualTo(adas.contains(SALES) ? 2 : 1);
        assertThat(store().memberCounts(new PortalId(Ids.next()))).isEmpty();
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
            Page<Person> page = store().list(ACME, PersonSelection.of(PeopleQuery.ALL), new PageRequest(2, after));
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

    @Test
    default void looksForTextInNumbers() {
        Person ada = person(ACME, "ada");
        Person eve = Person.of(
                new PersonId(Ids.next()),
                ACME,
                ada.draft()
                        .edit()
                        .login("eve")
                        .name("Eve")
                        .email(Optional.empty())
                        .extension(Optional.of("10005"))
                        .phone(Optional.of("+49 (30) 77-88"))
                        .mobile(Optional.empty())
                        .done(),
                THEN,
                1);
        List.of(ada, eve).forEach(store()::insert);

        for (String looked : List.of("10005", "(30) 77", "+493077")) {
            assertThat(names(ACME, Optional.of(looked))).as(looked).containsExactly("Eve");
        }
        assertThat(names(ACME, Optional.of("+49 170 1234"))).containsExactly("Name of ada");
    }

    private List<String> names(PortalId portal, Optional<String> text) {
        return store()
                .list(
                        portal,
                        PersonSelection.of(text.map(PeopleQuery::text).orElse(PeopleQuery.ALL)),
                        PageRequest.first(10))
                .items()
                .stream()
                .map(Person::name)
                .toList();
    }

    @Test
    default void refusesABrokenCursor() {
        for (String cursor : List.of("", "%%%", "bm90aGluZw", "x".repeat(5000).toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> store().list(
                                    ACME, PersonSelection.of(PeopleQuery.ALL), new PageRequest(2, Optional.of(cursor))))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).pointer()).isEqualTo("after"));
        }
    }

    private void drafted(String login, UnaryOperator<PersonDraft> change) {
        PersonDraft draft = change.apply(PersonDraft.of(login, "Name of " + login)
                .edit()
                .memberships(List.of(new Membership(SALES, "user")))
                .done());
        store().insert(Person.of(new PersonId(Ids.next()), ACME, draft, THEN, 1));
    }

    private List<String> logins(PersonSelection selection) {
        return store().list(ACME, selection, PageRequest.first(50)).items().stream()
                .map(Person::login)
                .toList();
    }

    @Test
    @Tag("S2.09")
    default void findsByRoleDepartmentAndScope() {
        DepartmentId support = new DepartmentId("05000000-0000-7000-8000-000000000002");
        drafted("ada", draft -> draft.edit().roles(Set.of("system-owner")).done());
        drafted("bob", draft -> draft.edit()
                .memberships(List.of(new Membership(SALES, "manager"), new Membership(support, "user")))
                .done());
        drafted("eve", draft -> draft.edit()
                .memberships(List.of(new Membership(support, "manager")))
                .done());

        assertThat(logins(query(Optional.of("manager"), Optional.empty()))).containsExactly("bob", "eve");
        assertThat(logins(query(Optional.of("manager"), Optional.of(support)))).containsExactly("eve");
        assertThat(logins(query(Optional.of("system-owner"), Optional.empty()))).containsExactly("ada");
        assertThat(logins(query(Optional.of("mana%"), Optional.empty()))).isEmpty();
        assertThat(logins(query(Optional.empty(), Optional.of(SALES)))).containsExactly("ada", "bob");
        assertThat(logins(new PersonSelection(PeopleQuery.ALL, Scope.of(List.of(support)), Optional.empty())))
                .containsExactly("bob", "eve");
        assertThat(logins(new PersonSelection(PeopleQuery.ALL, Scope.NOWHERE, Optional.empty())))
                .isEmpty();
    }

    private static PersonSelection query(Optional<String> role, Optional<DepartmentId> department) {
        return PersonSelection.of(
                new PeopleQuery(Optional.empty(), role, department, Optional.empty(), PeopleQuery.Order.NAME, false));
    }

    @Test
    @Tag("S2.05")
    @Tag("S2.16")
    @Tag("S2.17")
    @Tag("S2.18")
    default void findsByStatusWhereverItsDayIs() {
        LocalDate today = LocalDate.parse("2026-03-10");
        drafted("active", draft -> draft);
        drafted("disabled", draft -> draft.edit()
                .enabled(false)
                .activeUntil(Optional.of(today.minusDays(9)))
                .done());
        drafted(
                "last-day",
                draft -> draft.edit().activeUntil(Optional.of(today)).done());
        drafted("over", draft -> draft.edit()
                .activeUntil(Optional.of(today.minusDays(1)))
                .done());
        drafted(
                "early",
                draft -> draft.edit().activeFrom(Optional.of(today.plusDays(1))).done());
        drafted("there-over", draft -> draft.edit()
                .zone(Optional.of("Pacific/Kiritimati"))
                .activeUntil(Optional.of(today))
                .done());
        drafted("there-begun", draft -> draft.edit()
                .zone(Optional.of("Pacific/Kiritimati"))
                .activeFrom(Optional.of(today.plusDays(1)))
                .done());
        DepartmentId far = new DepartmentId("05000000-0000-7000-8000-000000000003");
        drafted("far-over", draft -> draft.edit()
                .memberships(List.of(new Membership(far, "user")))
                .activeUntil(Optional.of(today))
                .done());
        drafted("far-own-zone", draft -> draft.edit()
                .memberships(List.of(new Membership(far, "user")))
                .zone(Optional.of("Europe/Berlin"))
                .activeUntil(Optional.of(today))
                .done());
        for (Person person : store().list(ACME, PersonSelection.of(PeopleQuery.ALL), PageRequest.first(50))
                .items()) {
            store().setPasswordHash(ACME, person.id(), "$argon2id$x");
        }
        drafted("invited", draft -> draft);
        drafted(
                "invited-early",
                draft -> draft.edit().activeFrom(Optional.of(today.plusDays(1))).done());
        drafted("invited-off", draft -> draft.edit().enabled(false).done());
        drafted("invited-over", draft -> draft.edit()
                .activeUntil(Optional.of(today.minusDays(1)))
                .done());
        drafted("other-means", draft -> draft);
        store().signedIn(
                        ACME,
                        store().findByLogin(ACME, "other-means").orElseThrow().id(),
                        THEN);
        Map<LocalDate, StatusFilter.Places> elsewhere =
                Map.of(today.plusDays(1), new StatusFilter.Places(Set.of("Pacific/Kiritimati"), Set.of(far)));

        assertThat(store().zones(ACME)).containsExactlyInAnyOrder("Pacific/Kiritimati", "Europe/Berlin");
        assertThat(logins(status(PersonStatus.ACTIVE, today, elsewhere)))
                .containsExactly("active", "far-own-zone", "last-day", "other-means", "there-begun");
        assertThat(logins(status(PersonStatus.DISABLED, today, elsewhere))).containsExactly("disabled", "invited-off");
        assertThat(logins(status(PersonStatus.EXPIRED, today, elsewhere)))
                .containsExactly("far-over", "invited-over", "over", "there-over");
        assertThat(logins(status(PersonStatus.PENDING, today, elsewhere)))
                .containsExactly("early", "invited", "invited-early");
        assertThat(logins(status(PersonStatus.EXPIRED, today, Map.of()))).containsExactly("invited-over", "over");
    }

    private static PersonSelection status(
            PersonStatus status, LocalDate today, Map<LocalDate, StatusFilter.Places> elsewhere) {
        return new PersonSelection(
                PeopleQuery.ALL, Scope.EVERYWHERE, Optional.of(new StatusFilter(status, today, elsewhere)));
    }

    @Test
    @Tag("S2.04")
    default void sortsBothWaysPageByPage() {
        for (String login : List.of("cy", "Ada", "bob")) {
            drafted(login, draft -> draft.edit().name("Same").done());
        }
        for (PeopleQuery.Order order : PeopleQuery.Order.values()) {
            for (boolean descending : List.of(true, false)) {
                PersonSelection selection = PersonSelection.of(new PeopleQuery(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), order, descending));
                List<String> all = logins(selection);
                List<String> paged = new ArrayList<>();
                Optional<String> after = Optional.empty();
                do {
                    Page<Person> page = store().list(ACME, selection, new PageRequest(1, after));
                    page.items().forEach(person -> paged.add(person.login()));
                    after = page.next();
                } while (after.isPresent());
                assertThat(paged).isEqualTo(all).hasSize(3);
                if (order == PeopleQuery.Order.LOGIN) {
                    assertThat(all)
                            .containsExactly(
                                    descending ? new String[] {"cy", "bob", "Ada"} : new String[] {"Ada", "bob", "cy"});
                }
            }
        }
    }

    @Test
    default void writesManyAndKnowsWhatIsTaken() {
        store().insertAll(List.of(person(ACME, "Ada"), person(ACME, "bob"), person(BOLT, "eve")));

        assertThat(store().takenAddresses(ACME, Set.of("ada", "eve", "x"))).containsExactly("ada");
        assertThat(store().takenAddresses(ACME, Set.of())).isEmpty();
        drafted("cy", draft -> draft.edit().extension(Optional.of("777")).done());
        assertThat(store().takenExtensions(ACME, Set.of("777", "778"))).containsExactly("777");
        assertThat(store().takenExtensions(BOLT, Set.of("777"))).isEmpty();
    }

    @Test
    @Tag("S0.38")
    default void keepsTheHashOfThePicture() {
        Person ada = person(ACME, "ada");
        store().insert(ada);
        store().setPicture(BOLT, ada.id(), Optional.of("x"));
        store().setPicture(ACME, ada.id(), Optional.of("aa"));

        Person changed = store().lock(ACME, ada.id()).orElseThrow();
        assertThat(changed.picture()).contains("aa");
        assertThat(changed.version()).isEqualTo(ada.version() + 1);
        store().setPicture(ACME, ada.id(), Optional.empty());
        assertThat(store().find(ACME, ada.id()).orElseThrow().picture()).isEmpty();
    }
}
