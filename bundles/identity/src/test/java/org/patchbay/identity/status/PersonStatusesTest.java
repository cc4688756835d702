package org.patchbay.identity.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PendingReason;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.identity.World;
import org.patchbay.identity.imports.PeopleExport;
import org.patchbay.identity.picture.Uploads;
import org.patchbay.testing.identity.Callers;

/** A person has one status, wherever it is told, and it is who may sign in. */
@Tag("S2.05")
@Tag("S2.18")
class PersonStatusesTest {

    private final World world = new World();
    private final Caller administrator = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private Person find(Person person) {
        return world.people.find(world.acme, person.id()).orElseThrow();
    }

    private List<String> found(PersonStatus status) {
        var query = new PeopleQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(status),
                PeopleQuery.Order.NAME,
                false);
        Page<Person> page = world.people.list(world.acme, query, PageRequest.first(50), administrator);
        assertThat(page.total()).hasValue(page.items().size());
        assertThat(page.items()).extracting(Person::status).containsOnly(status);
        return page.items().stream().map(Person::login).toList();
    }

    /** Every way in which the person's status is told. */
    private List<PersonStatus> told(Person person) {
        List<PersonStatus> told = new ArrayList<>(List.of(find(person).status()));
        world.people
                .list(world.acme, Optional.of(person.login()), PageRequest.first(1))
                .items()
                .forEach(listed -> told.add(listed.status()));
        told.add(world.pictures
                .put(world.acme, person.id(), Uploads.square(), administrator)
                .status());
        told.add(world.accounts
                .changeProfile(Caller.Member.of(person, "session", ADDRESS), Optional.of("de"), Optional.empty())
                .status());
        world.data.export(world.acme, person.id(), (kind, thing) -> told.add(((Person) thing).status()));
        world.data.export(world.acme, (kind, thing) -> {
            if (thing instanceof Person one && one.id().equals(person.id())) {
                told.add(one.status());
            }
        });
        String file = new PeopleExport(world.people, world.departments, world.roles)
                .of(world.acme, PeopleQuery.text(person.login()), administrator);
        for (PersonStatus status : PersonStatus.values()) {
            if (file.lines().skip(1).anyMatch(line -> line.contains(status.name()))) {
                told.add(status);
            }
        }
        return told;
    }

    @Test
    void whoHasYetToSetAPasswordIsPendingWhereverItIsTold() {
        Person ada = world.person(world.acme, "ada");

        assertThat(ada.status()).isEqualTo(PersonStatus.PENDING);
        assertThat(ada.pendingReason()).contains(PendingReason.NO_PASSWORD);
        assertThat(told(ada)).hasSize(7).containsOnly(PersonStatus.PENDING);
        assertThat(found(PersonStatus.PENDING)).containsExactly("ada");

        world.use(world.acme, world.token("ada@example.org"), "correct horse");

        assertThat(find(ada).pendingReason()).isEmpty();
        assertThat(told(ada)).hasSize(7).containsOnly(PersonStatus.ACTIVE);
        assertThat(found(PersonStatus.ACTIVE)).containsExactly("ada");
    }

    @Test
    void whoIsToldAPasswordIsActive() {
        PersonDraft draft =
                World.draft("ada").edit().password(Optional.of("correct horse")).done();

        assertThat(world.people.create(world.acme, draft, administrator).status())
                .isEqualTo(PersonStatus.ACTIVE);
    }

    @Test
    void beforeTheFirstDayNoLinkSetsAPassword() {
        Person ada = created(World.draft("ada")
                .edit()
                .activeFrom(Optional.of(LocalDate.parse("2026-01-05")))
                .done());
        String token = world.token("ada@example.org");

        assertThat(find(ada).pendingReason()).contains(PendingReason.BEFORE_FIRST_DAY);
        refuses("person.pending", Map.of("from", "2026-01-05"), () -> world.links.look(world.acme, token));
        refuses("person.pending", Map.of("from", "2026-01-05"), () -> world.use(world.acme, token, "correct horse"));

        world.pass(Duration.ofDays(4));
        assertThat(find(ada).pendingReason()).contains(PendingReason.NO_PASSWORD);
        world.use(world.acme, token, "correct horse");
        assertThat(find(ada).status()).isEqualTo(PersonStatus.ACTIVE);
    }

    @Test
    void whoWasInvitedExpiresAndIsDisabledLikeEverybody() {
        Person ada = created(World.draft("ada")
                .edit()
                .activeUntil(Optional.of(LocalDate.parse("2026-01-02")))
                .done());
        Person eve = world.person(world.acme, "eve");
        String adas = world.token("ada@example.org");
        world.pass(Duration.ofDays(3));
        Person disabled = world.people.update(
                world.acme,
                eve.id(),
                eve.version(),
                eve.draft().edit().enabled(false).done(),
                administrator);

        assertThat(find(ada).status()).isEqualTo(PersonStatus.EXPIRED);
        assertThat(disabled.status()).isEqualTo(PersonStatus.DISABLED);
        assertThat(disabled.pendingReason()).isEmpty();
        refuses("link.ended", Map.of(), () -> world.use(world.acme, adas, "correct horse"));
    }

    @Test
    void whoCameInWithoutAPasswordIsActive() {
        Person ada = world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");
        String adas = world.book.begin(ada, ADDRESS, "").secret();
        String eves = world.book.begin(eve, ADDRESS, "").secret();
        world.personStore.signedIn(world.acme, ada.id(), world.book.now());

        assertThat(find(ada).status()).isEqualTo(PersonStatus.ACTIVE);
        assertThat(found(PersonStatus.ACTIVE)).containsExactly("ada");
        assertThat(world.book.open(world.acme, adas, ADDRESS)).isPresent();
        assertThat(world.book.open(world.acme, eves, ADDRESS))
                .as("who never came in has no session")
                .isEmpty();
    }

    private Person created(PersonDraft draft) {
        return world.people.create(world.acme, draft, administrator);
    }

    private static void refuses(String code, Map<String, Object> params, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.params()).isEqualTo(params);
        });
    }
}
