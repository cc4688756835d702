package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.store.TextHistory.Talk;
import org.patchbay.calls.store.TextLine.Box;

/** What every {@link TextHistory} keeps. */
interface TextHistoryContract {

    Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");
    int MANY = 99;
    PersonId ANNA = new PersonId(Ids.next());
    PersonId BOB = new PersonId(Ids.next());
    Box ANNAS = new Box(ANNA, "e100");
    Box BOBS = new Box(BOB, "e101");

    TextHistory history();

    private static TextLine came(Box box, String number, String words, int second) {
        return new TextLine(
                Ids.next(), box, number, "Bób", Optional.of(BOB), false, true, words, NOON.plusSeconds(second));
    }

    private static TextLine wrote(Box box, String number, String words, int second) {
        return new TextLine(
                Ids.next(), box, number, "", Optional.empty(), true, false, words, NOON.plusSeconds(second));
    }

    private List<String> words(PortalId portal, Box box, String number) {
        return history().list(portal, box, number, PageRequest.first(MANY)).items().stream()
                .map(TextLine::words)
                .toList();
    }

    private List<String> talks(PortalId portal, Box box) {
        return history().talks(portal, box, PageRequest.first(MANY)).items().stream()
                .map(talk -> talk.last().number() + " " + talk.last().words() + " " + talk.unread())
                .toList();
    }

    @Test
    default void givesBackWhatWasWrittenToAndFroTheNewestFirst() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        TextLine first = came(ANNAS, "101", "zuerst\nfirst 🎺", 0);
        TextLine second = wrote(ANNAS, "101", "second", 1);
        history.add(acme, second, MANY);
        history.add(acme, first, MANY);
        history.add(acme, came(ANNAS, "102", "of somebody else", 2), MANY);
        history.add(acme, came(BOBS, "101", "to somebody else", 3), MANY);
        assertThat(history.list(acme, ANNAS, "101", PageRequest.first(MANY)).items())
                .containsExactly(second, first);
        assertThat(history.list(acme, new Box(ANNA, "e101"), "101", PageRequest.first(MANY))
                        .items())
                .isEmpty();
        assertThat(words(new PortalId(Ids.next()), ANNAS, "101")).isEmpty();
    }

    @Test
    default void listsConversationsByTheirNewestText() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        history.add(acme, came(ANNAS, "101", "one", 0), MANY);
        history.add(acme, came(ANNAS, "101", "two", 1), MANY);
        history.add(acme, wrote(ANNAS, "200", "to all", 2), MANY);
        history.add(acme, came(ANNAS, "102", "three", 3), MANY);
        history.add(acme, came(BOBS, "103", "to somebody else", 4), MANY);
        assertThat(talks(acme, ANNAS)).containsExactly("102 three 1", "200 to all 0", "101 two 2");
        assertThat(talks(new PortalId(Ids.next()), ANNAS)).isEmpty();
    }

    @Test
    default void pagesWhatIsOfOneMomentToo() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        for (int number = 0; number < 5; number++) {
            history.add(acme, came(ANNAS, "101", "text " + number, number / 2), MANY);
            history.add(acme, came(ANNAS, "20" + number, "talk " + number, number / 2), MANY);
        }
        List<TextLine> lines = new ArrayList<>();
        Page.walk(page -> history.list(acme, ANNAS, "101", new PageRequest(2, page.after())), lines::add);
        assertThat(lines)
                .containsExactlyElementsOf(history.list(acme, ANNAS, "101", PageRequest.first(MANY))
                        .items())
                .hasSize(5);
        List<Talk> talks = new ArrayList<>();
        Page.walk(page -> history.talks(acme, ANNAS, new PageRequest(1, page.after())), talks::add);
        assertThat(talks).hasSize(6).doesNotHaveDuplicates();
        for (String broken : List.of("x", "1", "-1", "9999999999999999999-a", "1-" + "a".repeat(37), "1-\0")) {
            var request = new PageRequest(2, Optional.of(broken));
            assertThatThrownBy(() -> history.list(acme, ANNAS, "101", request)).isInstanceOf(PatchbayException.class);
        }
    }

    @Test
    default void marksAsReadUpToWhatWasSeen() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        TextLine seen = came(ANNAS, "101", "seen", 1);
        history.add(acme, came(ANNAS, "101", "before", 0), MANY);
        history.add(acme, seen, MANY);
        history.add(acme, came(ANNAS, "101", "after", 2), MANY);
        history.add(acme, came(ANNAS, "102", "elsewhere", 0), MANY);
        assertThat(history.read(acme, ANNAS, "101", "unknown")).isFalse();
        assertThat(history.read(acme, ANNAS, "102", seen.id())).isFalse();
        assertThat(history.read(acme, BOBS, "101", seen.id())).isFalse();
        assertThat(history.read(new PortalId(Ids.next()), ANNAS, "101", seen.id()))
                .isFalse();
        assertThat(talks(acme, ANNAS)).containsExactly("101 after 3", "102 elsewhere 1");
        assertThat(history.read(acme, ANNAS, "101", seen.id())).isTrue();
        assertThat(talks(acme, ANNAS)).containsExactly("101 after 1", "102 elsewhere 1");
        assertThat(history.read(acme, ANNAS, "101", seen.id())).isTrue();
    }

    @Test
    default void keepsTheNewestOfEachHistory() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        history.add(acme, came(BOBS, "101", "of another", 0), 2);
        history.add(acme, came(ANNAS, "101", "1", 0), 2);
        history.add(acme, came(ANNAS, "102", "2", 1), 2);
        history.add(acme, came(ANNAS, "101", "3", 2), 2);
        assertThat(words(acme, ANNAS, "101")).containsExactly("3");
        assertThat(words(acme, ANNAS, "102")).containsExactly("2");
        assertThat(words(acme, BOBS, "101")).containsExactly("of another");
    }

    @Test
    default void forgetsWhatIsTooOld() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        history.add(acme, came(ANNAS, "101", "old", -1), MANY);
        history.add(acme, came(ANNAS, "101", "young", 0), MANY);
        history.forget(NOON);
        assertThat(words(acme, ANNAS, "101")).containsExactly("young");
    }

    @Test
    default void erasesWhatAPersonWroteOrGotInOnePortal() {
        TextHistory history = history();
        var acme = new PortalId(Ids.next());
        var bolt = new PortalId(Ids.next());
        TextLine ofBob = wrote(BOBS, "100", "to Anna", 0);
        TextLine toAll = wrote(ANNAS, "200", "to all", 1);
        history.add(acme, ofBob, MANY);
        history.add(acme, came(ANNAS, "101", "to Anna", 0), MANY);
        history.add(acme, toAll, MANY);
        history.add(bolt, ofBobIn(bolt), MANY);
        assertThat(history.of(acme, ANNA)).extracting(TextLine::words).containsExactly("to Anna", "to all");
        assertThat(history.all(acme, PageRequest.first(MANY)).items()).hasSize(3);
        history.erase(acme, BOB);
        assertThat(history.all(acme, PageRequest.first(MANY)).items()).containsExactly(toAll);
        assertThat(history.of(bolt, BOB)).hasSize(1);
        history.erase(bolt);
        assertThat(history.of(bolt, BOB)).isEmpty();
        assertThat(history.of(acme, ANNA)).containsExactly(toAll);
    }

    private static TextLine ofBobIn(PortalId portal) {
        return wrote(BOBS, "100", "in " + portal, 0);
    }
}
