package org.patchbay.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.api.contacts.Visibility.PRIVATE;
import static org.patchbay.api.contacts.Visibility.PUBLIC;
import static org.patchbay.contacts.World.draft;
import static org.patchbay.contacts.World.full;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.identity.Callers;

class ContactServiceTest {

    private final World world = new World();
    private final ContactService contacts = world.contacts;
    private final PortalId acme = world.acme;

    private static void refuses(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private List<String> names(Caller by, ContactFilter filter) {
        return contacts.list(acme, filter, PageRequest.first(50), by).items().stream()
                .map(Contact::name)
                .toList();
    }

    @Test
    @Tag("S1.16")
    void everybodyInThePortalSeesAPublicContact() {
        Contact ada = contacts.create(acme, draft(PUBLIC, "Ada"), world.administrator);

        assertThat(contacts.find(acme, ada.id(), world.user)).contains(ada);
        assertThat(names(world.user, ContactFilter.of("ada"))).containsExactly("Ada");
        assertThat(contacts.find(world.bolt, ada.id(), world.stranger)).isEmpty();
        assertThat(contacts.list(world.bolt, ContactFilter.ALL, PageRequest.first(9), world.stranger)
                        .items())
                .isEmpty();
    }

    @Test
    @Tag("S1.17")
    void onlyAdministratorsWritePublicContacts() {
        Contact ada = contacts.create(acme, draft(PUBLIC, "Ada"), world.administrator);
        Contact own = contacts.create(acme, draft(PRIVATE, "Own"), world.user);

        refuses(Problem.FORBIDDEN, () -> contacts.create(acme, draft(PUBLIC, "Eve"), world.user));
        refuses(Problem.FORBIDDEN, () -> contacts.update(acme, ada.id(), 1, draft(PUBLIC, "Eve"), world.user));
        refuses(Problem.FORBIDDEN, () -> contacts.update(acme, ada.id(), 1, draft(PRIVATE, "Eve"), world.user));
        refuses(Problem.FORBIDDEN, () -> contacts.update(acme, own.id(), 1, draft(PUBLIC, "Own"), world.user));
        refuses(Problem.FORBIDDEN, () -> contacts.delete(acme, ada.id(), world.user));
        assertThat(contacts.find(acme, ada.id(), world.user)).contains(ada);
        assertThat(contacts.members(acme, Set.of(), Set.of(ada.id()), world.user))
                .as("everybody may invite a public contact")
                .containsExactly(ada);
    }

    @Test
    @Tag("S1.18")
    void aPrivateContactIsItsPersonsAlone() {
        Contact own = contacts.create(acme, draft(PRIVATE, "Own", "Friends"), world.user);

        for (Caller by : List.of(world.other, world.administrator, Callers.root(), world.stranger)) {
            assertThat(contacts.find(acme, own.id(), by)).isEmpty();
            assertThat(contacts.groups(acme, by)).isEmpty();
            assertThat(contacts.members(acme, Set.of("Friends"), Set.of(own.id()), by))
                    .isEmpty();
            assertThat(contacts.list(acme, ContactFilter.of("own"), PageRequest.first(9), by)
                            .items())
                    .isEmpty();
            refuses(Problem.NOT_FOUND, () -> contacts.delete(acme, own.id(), by));
        }
        refuses(Problem.NOT_FOUND, () -> contacts.update(acme, own.id(), 1, draft(PRIVATE, "X"), world.other));
        refuses(Problem.NOT_FOUND, () -> contacts.update(acme, own.id(), 1, draft(PUBLIC, "X"), world.administrator));
        refuses(Problem.FORBIDDEN, () -> contacts.create(acme, draft(PRIVATE, "X"), Callers.root()));
        assertThat(contacts.search(acme, "own")).isEmpty();
        assertThat(names(world.user, ContactFilter.ALL)).containsExactly("Own");
    }

    @Test
    @Tag("S1.21")
    @Tag("S1.22")
    void keepsEveryFieldAndNormalisesNumbers() {
        Contact grace = contacts.create(acme, full(PUBLIC, " Grace Hopper "), world.administrator);

        assertThat(grace.name()).isEqualTo("Grace Hopper");
        assertThat(grace.phone()).hasValue("030 90 18 20");
        assertThat(grace.phoneE164()).hasValue("+4930901820");
        assertThat(grace.mobileE164()).hasValue("+491711234567");
        assertThat(grace.extension()).hasValue("204");
        assertThat(grace.language()).hasValue("es");
        assertThat(grace.notes()).hasValue("Calls back after five");
        assertThat(contacts.find(acme, grace.id(), world.user)).contains(grace);
        assertThat(contacts.lookup(acme, "030/901820")).containsExactly(grace);
        assertThat(contacts.lookup(acme, "0049 171 1234567")).containsExactly(grace);
        assertThat(contacts.lookup(acme, "GRACE@bolt.example")).containsExactly(grace);
        assertThat(contacts.lookup(acme, "nonsense")).isEmpty();
        assertThat(contacts.lookup(world.bolt, "030/901820")).isEmpty();
    }

    @Test
    @Tag("S1.23")
    void aContactMayChangeItsVisibility() {
        Contact own = contacts.create(acme, draft(PRIVATE, "Ada"), world.administrator);
        Contact shown = contacts.update(acme, own.id(), 1, draft(PUBLIC, "Ada"), world.administrator);

        assertThat(shown.visibility()).isEqualTo(PUBLIC);
        assertThat(contacts.find(acme, own.id(), world.user)).contains(shown);
        contacts.update(acme, own.id(), 2, draft(PRIVATE, "Ada"), world.administrator);
        assertThat(contacts.find(acme, own.id(), world.user)).isEmpty();
        assertThat(contacts.find(acme, own.id(), world.administrator)).isPresent();
    }

    @Test
    @Tag("S1.24")
    void aGroupIsMadeByTypingItsName() {
        contacts.create(acme, draft(PUBLIC, "Ada", "Board", "Pilots"), world.administrator);
        Contact eve = contacts.create(acme, draft(PUBLIC, "Eve", "board"), world.administrator);

        assertThat(eve.groups()).containsExactly("Board");
        assertThat(contacts.groups(acme, world.user))
                .containsExactly(new ContactGroup("Board", 2), new ContactGroup("Pilots", 1));
        contacts.update(acme, eve.id(), 1, draft(PUBLIC, "Eve"), world.administrator);
        assertThat(contacts.groups(acme, world.user))
                .containsExactly(new ContactGroup("Board", 1), new ContactGroup("Pilots", 1));
    }

    @Test
    @Tag("S1.25")
    void groupsMeanTheirMembersEachOnce() {
        Contact ada = contacts.create(acme, draft(PUBLIC, "Ada", "Board", "Pilots"), world.administrator);
        Contact bob = contacts.create(acme, draft(PRIVATE, "Bob", "Pilots"), world.user);
        Contact eve = contacts.create(acme, draft(PUBLIC, "Eve"), world.administrator);

        assertThat(contacts.members(acme, Set.of("board", "Pilots", "Nobody"), Set.of(eve.id(), ada.id()), world.user))
                .containsExactly(ada, bob, eve);
        assertThat(contacts.members(acme, Set.of("Pilots"), Set.of(), world.other))
                .containsExactly(ada);
        assertThat(contacts.members(acme, Set.of(), Set.of(new ContactId("none")), world.user))
                .isEmpty();
    }

    @Test
    void refusesMoreMembersThanCanBeInvitedAtOnce() {
        IntStream.range(0, 600).forEach(i -> contacts.createPublic(acme, draft(PUBLIC, "One " + i, "One")));
        IntStream.range(0, 401).forEach(i -> contacts.createPublic(acme, draft(PUBLIC, "Two " + i, "Two")));
        refuses(Problem.TOO_LARGE, () -> contacts.members(acme, Set.of("One", "Two"), Set.of(), world.user));
        refuses(Problem.TOO_LARGE, () -> contacts.createPublic(acme, draft(PUBLIC, "Too many", "One")));
    }

    @Test
    void refusesNamesThatTurnTheTextAroundThem() {
        refuses(Problem.INVALID, () -> contacts.createPublic(acme, draft(PUBLIC, "Ada\u202eecalevoL", "One")));
        refuses(Problem.INVALID, () -> contacts.createPublic(acme, draft(PUBLIC, "Ada", "One\u2066")));
    }

    @Test
    void namesEveryFieldAtFault() {
        var bad = new ContactDraft(
                PUBLIC,
                " ",
                Optional.of("x".repeat(101)),
                Optional.of("nobody"),
                Optional.of("call me"),
                Optional.of("+"),
                Optional.of("12a"),
                Optional.of("it"),
                Optional.of("x".repeat(2001)),
                Optional.of(List.of("ok", "", "x".repeat(61))));
        assertThatThrownBy(() -> contacts.create(acme, bad, world.administrator))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(
                                "/name",
                                "/company",
                                "/email",
                                "/phone",
                                "/mobile",
                                "/extension",
                                "/language",
                                "/notes",
                                "/groups/1",
                                "/groups/2"));
    }

    @Test
    void aBookHasAnEnd() {
        IntStream.range(0, 3).forEach(i -> contacts.create(acme, draft(PRIVATE, "Own " + i), world.user));
        refuses(Problem.TOO_LARGE, () -> contacts.create(acme, draft(PRIVATE, "Own 4"), world.user));
        contacts.create(acme, draft(PRIVATE, "Own"), world.other);
    }

    @Test
    @Tag("S0.53")
    void changesOnlyThePresentVersion() {
        Contact ada = contacts.create(acme, draft(PUBLIC, "Ada"), world.administrator);
        contacts.update(acme, ada.id(), 1, draft(PUBLIC, "Ada L"), world.administrator);
        refuses(Problem.STALE, () -> contacts.update(acme, ada.id(), 1, draft(PUBLIC, "X"), world.administrator));
        refuses(Problem.NOT_FOUND, () -> contacts.update(world.bolt, ada.id(), 2, draft(PUBLIC, "X"), world.stranger));
    }

    @Test
    void filtersByVisibilityGroupAndText() {
        contacts.create(acme, draft(PUBLIC, "Ada", "Board"), world.administrator);
        contacts.create(acme, draft(PUBLIC, "Eve"), world.administrator);
        contacts.create(acme, draft(PRIVATE, "Ada P", "Board"), world.user);

        assertThat(names(world.user, ContactFilter.ALL)).containsExactly("Ada", "Ada P", "Eve");
        assertThat(names(world.user, filter("ada", "", "PUBLIC"))).containsExactly("Ada");
        assertThat(names(world.user, filter("", "board", "PRIVATE"))).containsExactly("Ada P");
        assertThat(names(world.user, filter("p", "board", ""))).containsExactly("Ada P");
        assertThat(names(world.user, filter("!?", "", ""))).isEmpty();
        assertThat(names(Callers.root(), filter("", "", "PRIVATE"))).isEmpty();
    }

    private static ContactFilter filter(String text, String group, String visibility) {
        return new ContactFilter(
                Optional.of(text).filter(value -> !value.isEmpty()),
                Optional.of(group).filter(value -> !value.isEmpty()),
                Optional.of(visibility)
                        .filter(value -> !value.isEmpty())
                        .map(org.patchbay.api.contacts.Visibility::valueOf));
    }

    @Test
    void tellsWhichButNotWho() {
        Contact ada = contacts.create(acme, full(PRIVATE, "Ada"), world.user);
        contacts.update(acme, ada.id(), 1, draft(PRIVATE, "Ada L"), world.user);
        contacts.delete(acme, ada.id(), world.user);

        assertThat(world.events.published())
                .extracting(Event::type)
                .containsExactly("contact.created", "contact.updated", "contact.deleted");
        assertThat(world.events.published()).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(ada.id().value());
            assertThat(event.data()).doesNotContain("Ada").contains("PRIVATE");
        });
    }

    @Test
    void recordsWhoChangedWhatEverybodySees() {
        Contact ada = contacts.create(acme, draft(PUBLIC, "Ada"), world.administrator);
        contacts.update(acme, ada.id(), 1, draft(PUBLIC, "Ada L"), world.administrator);
        assertThat(world.audit.last(acme)).satisfies(entry -> {
            assertThat(entry.before()).containsEntry("name", "Ada");
            assertThat(entry.after()).containsEntry("name", "Ada L");
            assertThat(entry.person()).isEqualTo(world.administrator.personId());
        });
        contacts.delete(acme, ada.id(), world.administrator);
        contacts.createPublic(acme, draft(PUBLIC, "Of a script"));
        contacts.create(acme, draft(PRIVATE, "Secret"), world.user);

        assertThat(world.audit.actions(acme))
                .containsExactly("contact.created", "contact.updated", "contact.deleted", "contact.created");
        assertThat(world.audit.actions(world.bolt)).isEmpty();
    }

    /** The audit seals what a contact says under the contact's key, so that it goes with the contact, and no other does. */
    @Test
    void theAuditForgetsAContactThatIsDeleted() {
        Contact ada = contacts.create(acme, full(PUBLIC, "Ada"), world.administrator);
        Contact eve = contacts.create(acme, full(PUBLIC, "Eve"), world.administrator);
        assertThat(world.audit.drafts(acme)).allSatisfy(draft -> assertThat(draft.personal())
                .contains("name", "company", "email", "phone", "mobile", "extension", "notes"));
        PersonId keyOfAda = world.audit.drafts(acme).get(0).person().orElseThrow();
        PersonId keyOfEve = world.audit.drafts(acme).get(1).person().orElseThrow();
        String sealed = world.secrets.seal(acme, keyOfAda, "Ada");
        String other = world.secrets.seal(acme, keyOfEve, "Eve");

        contacts.delete(acme, ada.id(), world.administrator);

        assertThat(world.secrets.open(acme, keyOfAda, sealed)).isEmpty();
        assertThat(world.secrets.open(acme, keyOfEve, other)).contains("Eve");
        assertThat(eve.id().value()).isEqualTo(keyOfEve.value());
    }

    @Test
    void theAuditForgetsAContactThatSomebodyKeptForThemselvesWithThePerson() {
        Contact ada = contacts.create(acme, full(PUBLIC, "Ada"), world.administrator);
        PersonId key = world.audit.drafts(acme).get(0).person().orElseThrow();
        String sealed = world.secrets.seal(acme, key, "Ada");
        contacts.update(acme, ada.id(), 1, full(PRIVATE, "Ada"), world.administrator);

        new ContactData(world.store, world.secrets)
                .erase(acme, world.administrator.personId().orElseThrow());

        assertThat(world.secrets.open(acme, key, sealed)).isEmpty();
    }

    @Test
    void givesAndErasesWhatIsSomebodys() {
        Contact shown = contacts.create(acme, draft(PUBLIC, "Ada"), world.administrator);
        Contact own = contacts.create(acme, draft(PRIVATE, "Bob"), world.user);
        PersonId person = world.user.personId().orElseThrow();
        var data = new ContactData(world.store, world.secrets);
        List<Object> given = new ArrayList<>();

        data.export(acme, (kind, contact) -> given.add(contact));
        assertThat(given).as("the portal's, without what is private").containsExactly(shown);
        given.clear();
        data.export(acme, person, (kind, contact) -> given.add(contact));
        assertThat(given).containsExactly(own);
        data.erase(acme, person);
        assertThat(names(world.user, ContactFilter.ALL)).containsExactly("Ada");
    }

    @Test
    void goesWithThePortal() {
        contacts.create(acme, draft(PUBLIC, "Ada"), world.administrator);
        contacts.create(world.bolt, draft(PUBLIC, "Bob"), world.stranger);
        new ContactData(world.store, world.secrets).erase(acme);

        assertThat(names(world.user, ContactFilter.ALL)).isEmpty();
        assertThat(contacts.list(world.bolt, ContactFilter.ALL, PageRequest.first(9), world.stranger)
                        .items())
                .hasSize(1);
    }
}
