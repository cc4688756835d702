package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Text;

/** What every {@link TextStore} keeps. */
interface TextStoreContract {

    Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");
    PersonId ANNA = new PersonId(Ids.next());
    PersonId BOB = new PersonId(Ids.next());

    TextStore store();

    private static WaitingText text(String extension, PersonId writer, PersonId reader, String words, Instant sent) {
        return new WaitingText(
                Ids.next(),
                extension,
                Optional.of(reader),
                Optional.of(writer),
                new Text(new Party("100", "Änne"), words, sent));
    }

    @Test
    default void givesBackTheOldestUntilItArrived() {
        TextStore store = store();
        var acme = new PortalId(Ids.next());
        var bolt = new PortalId(Ids.next());
        WaitingText second = text("e1", ANNA, BOB, "zweiter\nsecond 🎺", NOON.plusSeconds(1));
        WaitingText first = text("e1", ANNA, BOB, "first", NOON);
        assertThat(store.keep(acme, second, 9)).isTrue();
        assertThat(store.keep(acme, first, 9)).isTrue();
        assertThat(store.keep(acme, text("e2", BOB, ANNA, "other", NOON), 9)).isTrue();
        assertThat(store.oldest(acme, "e1")).contains(first);
        assertThat(store.of(acme, "e1")).containsExactly(first, second);
        assertThat(store.oldest(bolt, "e1")).isEmpty();
        store.drop(bolt, first.id());
        assertThat(store.oldest(acme, "e1")).contains(first);
        store.drop(acme, first.id());
        assertThat(store.oldest(acme, "e1")).contains(second);
        store.drop(acme, second.id());
        assertThat(store.oldest(acme, "e1")).isEmpty();
    }

    @Test
    default void keepsTextsOfNobody() {
        TextStore store = store();
        var acme = new PortalId(Ids.next());
        var text = new WaitingText(
                Ids.next(), "e1", Optional.empty(), Optional.empty(), new Text(new Party("7", ""), "Door", NOON));
        assertThat(store.keep(acme, text, 1)).isTrue();
        assertThat(store.oldest(acme, "e1")).contains(text);
    }

    @Test
    default void takesNoMoreThanSoManyForAnExtension() {
        TextStore store = store();
        var acme = new PortalId(Ids.next());
        assertThat(store.keep(acme, text("e1", ANNA, BOB, "1", NOON), 2)).isTrue();
        assertThat(store.keep(acme, text("e1", ANNA, BOB, "2", NOON), 2)).isTrue();
        assertThat(store.keep(acme, text("e1", ANNA, BOB, "3", NOON), 2)).isFalse();
        assertThat(store.keep(acme, text("e2", ANNA, BOB, "4", NOON), 2)).isTrue();
        assertThat(store.keep(new PortalId(Ids.next()), text("e1", ANNA, BOB, "5", NOON), 2))
                .isTrue();
        assertThat(store.of(acme, "e1")).hasSize(2);
    }

    @Test
    default void namesWhereTextsWaitPageByPage() {
        TextStore store = store();
        var acme = new PortalId(Ids.next());
        var bolt = new PortalId(Ids.next());
        store.keep(acme, text("e1", ANNA, BOB, "1", NOON), 9);
        store.keep(acme, text("e1", ANNA, BOB, "2", NOON), 9);
        store.keep(acme, text("e2", ANNA, BOB, "3", NOON), 9);
        store.keep(bolt, text("e1", ANNA, BOB, "4", NOON), 9);
        List<TextStore.Place> all = new ArrayList<>();
        Optional<TextStore.Place> last = Optional.empty();
        do {
            List<TextStore.Place> page = store.waiting(last, 1);
            all.addAll(page);
            last = page.stream().findFirst();
        } while (last.isPresent());
        assertThat(all)
                .doesNotHaveDuplicates()
                .contains(
                        new TextStore.Place(acme, "e1"),
                        new TextStore.Place(acme, "e2"),
                        new TextStore.Place(bolt, "e1"));
        assertThat(store.waiting(Optional.of(new TextStore.Place(acme, "e1")), 1))
                .containsExactly(new TextStore.Place(acme, "e2"));
    }

    @Test
    default void forgetsWhatIsTooOld() {
        TextStore store = store();
        var acme = new PortalId(Ids.next());
        WaitingText young = text("e1", ANNA, BOB, "young", NOON);
        store.keep(acme, text("e1", ANNA, BOB, "old", NOON.minusSeconds(1)), 9);
        store.keep(acme, young, 9);
        store.forget(NOON);
        assertThat(store.of(acme, "e1")).containsExactly(young);
    }

    @Test
    default void erasesWhatAPersonWroteOrMayReadInOnePortal() {
        TextStore store = store();
        var acme = new PortalId(Ids.next());
        var bolt = new PortalId(Ids.next());
        var carla = new PersonId(Ids.next());
        WaitingText written = text("e1", ANNA, BOB, "written", NOON);
        WaitingText toRead = text("e2", carla, ANNA, "to read", NOON.plusSeconds(1));
        WaitingText ofOthers = text("e1", carla, BOB, "of others", NOON);
        WaitingText elsewhere = text("e1", ANNA, BOB, "elsewhere", NOON);
        store.keep(acme, toRead, 9);
        store.keep(acme, written, 9);
        store.keep(acme, ofOthers, 9);
        store.keep(bolt, elsewhere, 9);
        assertThat(store.of(acme, ANNA)).containsExactly(written, toRead);
        store.erase(acme, ANNA);
        assertThat(store.of(acme, ANNA)).isEmpty();
        assertThat(store.of(acme, BOB)).containsExactly(ofOthers);
        assertThat(store.of(bolt, BOB)).containsExactly(elsewhere);
        store.erase(bolt);
        assertThat(store.of(bolt, "e1")).isEmpty();
        assertThat(store.of(acme, "e1")).containsExactly(ofOthers);
    }
}
