package org.patchbay.identity.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.World;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;

class PersonPrivacyTest {

    private final World world = new World();
    private final InMemoryPersonalSecrets secrets = new InMemoryPersonalSecrets();
    private final List<String> erased = new ArrayList<>();
    private final PersonPrivacy privacy = new PersonPrivacy(
            world.people,
            world.management,
            new PersonDataDirectory(List.of(new Diary(), world.data)),
            world.files,
            secrets,
            world.audit,
            world.work);

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> given(PortalId portal, PersonId id, Caller by) {
        List<String> given = new ArrayList<>();
        for (var part : privacy.download(portal, id, by).parts()) {
            part.content().accept((kind, thing) -> given.add(part.name() + "/" + kind));
        }
        return given;
    }

    @Test
    void givesWhatEverySliceKeeps() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");

        assertThat(given(world.acme, ada.id(), Callers.administrator(world.acme)))
                .containsExactly("diary/page", "identity/person");
        assertThat(world.audit.last(world.acme).action()).isEqualTo("person.data-given");
    }

    @Test
    void givesThePersonTheirOwn() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        Person bob = world.enrolled(world.acme, "bob", "correct horse");
        Caller her = Caller.Member.of(ada, Ids.next(), "192.0.2.1");

        assertThat(given(world.acme, ada.id(), her)).isNotEmpty();
        refused(Problem.NOT_FOUND, () -> privacy.download(world.acme, bob.id(), her));
    }

    @Test
    void givesNobodyWhatIsOfSomebodyWhoMayDoMore() {
        Person owner = world.people.create(
                world.acme,
                PersonDraft.of("olga", "Olga")
                        .edit()
                        .roles(Set.of("system-owner"))
                        .done(),
                Callers.administrator(world.acme));

        refused(
                Problem.FORBIDDEN,
                () -> privacy.download(world.acme, owner.id(), Callers.member(world.acme, "system-administrator")));
    }

    @Test
    void knowsNobodyOfAnotherPortal() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");

        refused(Problem.NOT_FOUND, () -> privacy.download(world.bolt, ada.id(), Callers.administrator(world.bolt)));
        refused(Problem.NOT_FOUND, () -> privacy.erase(world.bolt, ada.id(), Callers.administrator(world.bolt)));
        assertThat(erased).isEmpty();
    }

    @Test
    void erasesThePersonEverywhereAndDestroysTheKey() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        String sealed = secrets.seal(world.acme, ada.id(), "Ada");

        privacy.erase(world.acme, ada.id(), Callers.administrator(world.acme));

        assertThat(world.people.find(world.acme, ada.id())).isEmpty();
        assertThat(erased).containsExactly(ada.id().value());
        assertThat(secrets.open(world.acme, ada.id(), sealed)).isEmpty();
        assertThat(world.audit.actions(world.acme)).contains("person.deleted", "person.erased");
    }

    /** What somebody else uploaded and has not saved names the person until it is forgotten. */
    @Test
    void takesThePersonOutOfFilesThatOthersHaveNotSaved() {
        Caller owner = Callers.administrator(world.acme);
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        String file =
                """
                Login,DisplayName,EmailAddress
                ADA,Ada Lovelace,x@example.org
                eve,Ada again,Ada@example.org
                bob,Bob,bob@example.org
                """;
        String waiting = world.imports
                .begin(world.acme, file.getBytes(StandardCharsets.UTF_8), owner)
                .id();
        String elsewhere = world.imports
                .begin(world.bolt, file.getBytes(StandardCharsets.UTF_8), Callers.administrator(world.bolt))
                .id();

        privacy.erase(world.acme, ada.id(), Callers.administrator(world.acme));

        assertThat(world.importStore.rows(world.acme, waiting, Optional.empty(), 0, 9))
                .extracting(row -> row.values().get("DisplayName"))
                .containsExactly("Bob");
        assertThat(world.importStore.find(world.acme, waiting).orElseThrow().rows())
                .isEqualTo(1);
        assertThat(world.importStore.rows(world.bolt, elsewhere, Optional.empty(), 0, 9))
                .hasSize(3);
    }

    @Test
    void nobodyErasesThemselves() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");

        assertThatThrownBy(() -> privacy.erase(world.acme, ada.id(), Caller.Member.of(ada, Ids.next(), "192.0.2.1")))
                .isInstanceOf(PatchbayException.class);
        assertThat(world.people.find(world.acme, ada.id())).isPresent();
        assertThat(erased).isEmpty();
    }

    private static void refused(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private final class Diary implements PersonData {
        @Override
        public String name() {
            return "diary";
        }

        @Override
        public void export(PortalId portal, PersonId person, DataSink out) {
            out.put("page", person);
        }

        @Override
        public void erase(PortalId portal, PersonId person) {
            if (!world.work.open()) {
                throw new IllegalStateException("Erased outside the unit of work");
            }
            erased.add(person.value());
        }
    }
}
