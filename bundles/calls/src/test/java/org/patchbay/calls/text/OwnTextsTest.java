package org.patchbay.calls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.Caller;
import org.patchbay.calls.text.OwnTexts.PhoneText;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.testing.identity.Callers;

final class OwnTextsTest {

    private static final PageRequest FIRST = PageRequest.first(50);

    private final TextDesk desk = new TextDesk();
    private final Caller.Member anna = desk.office.anna;
    private final Caller.Member bob = desk.office.bob;

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> talks(Caller by, String extension) {
        return desk.own.conversations(desk.office.acme, extension, FIRST, by).items().stream()
                .map(talk ->
                        talk.number() + " " + talk.name() + ": " + talk.last().words() + " " + talk.unread())
                .toList();
    }

    private List<String> words(Caller by, String extension, String number) {
        return desk.own.list(desk.office.acme, extension, number, FIRST, by).items().stream()
                .map(text -> (text.own() ? "> " : "< ") + text.words())
                .toList();
    }

    private PhoneText send(Caller by, String extension, String number, String words) {
        desk.clock.pass(Duration.ofSeconds(1));
        return desk.own.send(desk.office.acme, extension, number, words, by);
    }

    private static void assertRefused(Problem problem, String code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(PatchbayException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.code()).isEqualTo(code);
        });
    }

    @Test
    void bothReadWhatTheyWroteByPhoneAndInThePortal() {
        desk.away("101");
        assertThat(desk.send("101", "Lunch?")).isEqualTo(202);
        PhoneText answer = send(bob, "ext-101", "100", "Gladly");
        assertThat(answer.own()).isTrue();
        assertThat(answer.sent()).isEqualTo(desk.clock.instant());
        assertThat(words(anna, "ext-100", "101")).containsExactly("< Gladly", "> Lunch?");
        assertThat(words(bob, "ext-101", "100")).containsExactly("> Gladly", "< Lunch?");
        assertThat(talks(anna, "ext-100")).containsExactly("101 Somebody at 101: Gladly 1");
        assertThat(talks(bob, "ext-101")).containsExactly("100 Somebody at 100: Gladly 1");
        assertThat(words(bob, "ext-101", "102")).isEmpty();
    }

    @Test
    void aTextOfThePortalComesToThePhones() {
        send(anna, "ext-100", "101", "Lunch?");
        desk.awaitArrived("101 Lunch?");
    }

    @Test
    void whatIsReadIsReadUpToWhatWasSeenAndPagesAreTold() {
        List<String> told = new CopyOnWriteArrayList<>();
        var channel = desk.office.channel.open(bob, desk.office.acme, "{}", new Heard(told));
        List<String> elsewhere = new CopyOnWriteArrayList<>();
        var other =
                desk.office.channel.open(Callers.user(desk.office.bolt), desk.office.bolt, "{}", new Heard(elsewhere));
        desk.send("101", "Lunch?");
        send(anna, "ext-100", "101", "Are you there?");
        List<PhoneText> came =
                desk.own.list(desk.office.acme, "ext-101", "100", FIRST, bob).items();
        assertThat(talks(bob, "ext-101")).containsExactly("100 Somebody at 100: Are you there? 2");
        desk.own.read(desk.office.acme, "ext-101", "100", came.get(1).id(), bob);
        assertThat(talks(bob, "ext-101")).containsExactly("100 Somebody at 100: Are you there? 1");
        desk.awaitThat(() -> told.stream()
                        .filter(text -> text.contains("\"texts\"")
                                && text.contains("\"extension\":\"ext-101\"")
                                && text.contains("\"number\":\"100\""))
                        .count()
                == 3);
        assertThat(elsewhere).noneMatch(text -> text.contains("texts"));
        assertRefused(
                Problem.NOT_FOUND,
                "text.unknown",
                () -> desk.own.read(desk.office.acme, "ext-101", "100", "nonsense", bob));
        channel.close();
        other.close();
    }

    private record Heard(List<String> told) implements LiveSink {

        @Override
        public void send(String message) {
            told.add(message);
        }

        @Override
        public void close(String reason) {
            told.add(reason);
        }
    }

    @Test
    void nobodyElseReadsOrWritesThere() {
        desk.send("101", "Lunch?");
        Caller stranger = Callers.user(desk.office.bolt);
        for (Caller by : List.of(anna, stranger)) {
            assertRefused(
                    Problem.NOT_FOUND,
                    "call.extension",
                    () -> desk.own.conversations(desk.office.acme, "ext-101", FIRST, by));
            assertRefused(
                    Problem.NOT_FOUND,
                    "call.extension",
                    () -> desk.own.list(desk.office.acme, "ext-101", "100", FIRST, by));
            assertRefused(Problem.NOT_FOUND, "call.extension", () -> send(by, "ext-101", "102", "In the name of Bob"));
            assertRefused(
                    Problem.NOT_FOUND,
                    "call.extension",
                    () -> desk.own.read(desk.office.acme, "ext-101", "100", "x", by));
        }
        assertRefused(
                Problem.NOT_FOUND,
                "call.extension",
                () -> desk.own.conversations(desk.office.bolt, "ext-101", FIRST, bob));
    }

    @Test
    void saysWhyATextIsNotTaken() {
        assertRefused(Problem.NOT_FOUND, "text.nobody", () -> send(anna, "ext-100", "999", "Hello"));
        assertThatThrownBy(() -> send(anna, "ext-100", "101", "é".repeat(651)))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("text.too-long");
                    assertThat(refused.params()).hasToString("{most=1300}");
                    assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.pointer())
                            .isEqualTo("/words"));
                });
        assertThatThrownBy(() -> send(anna, "ext-100", "101", " \n")).isInstanceOf(PatchbayException.class);
        desk.away("101");
        send(anna, "ext-100", "101", "1");
        send(anna, "ext-100", "101", "2");
        send(anna, "ext-100", "101", "3");
        assertRefused(Problem.CONFLICT, "text.full", () -> send(anna, "ext-100", "101", "4"));
        assertThat(words(anna, "ext-100", "101")).containsExactly("> 3", "> 2", "> 1");
        desk.away("100");
        assertRefused(Problem.CONFLICT, "text.no-phone", () -> send(anna, "ext-100", "100", "To my other phones"));
    }

    @Test
    void aTextToAGroupStandsOnceWithWhoWroteItAndAsAnAnswerableOneWithTheOthers() {
        desk.office.phones.put(
                desk.office.acme,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        desk.office.sales,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-101", "ext-102"),
                        10,
                        Destination.HANG_UP,
                        1));
        send(anna, "ext-100", "200", "Lunch?");
        assertThat(talks(anna, "ext-100")).containsExactly("200 Sales: Lunch? 0");
        assertThat(talks(bob, "ext-101")).containsExactly("100 Somebody at 100: Lunch? 1");
        assertThat(talks(desk.office.carla, "ext-102")).containsExactly("100 Somebody at 100: Lunch? 1");
    }

    @Test
    void historiesAreBoundedInNumberAndTime() {
        for (int number = 0; number < 30; number++) {
            send(anna, "ext-100", "101", "text " + number);
            desk.awaitNothingWaits("101");
        }
        assertThat(words(anna, "ext-100", "101")).hasSize(20).startsWith("> text 29");
        assertThat(words(bob, "ext-101", "100")).hasSize(20).endsWith("< text 10");
        desk.clock.pass(Duration.ofDays(30).plusSeconds(1));
        desk.archive.forget();
        assertThat(talks(bob, "ext-101")).isEmpty();
        assertThat(words(anna, "ext-100", "101")).isEmpty();
    }

    @Test
    void whoHasTheExtensionNextReadsNothingOfIt() {
        desk.send("101", "for Bob");
        var before = desk.office.phones.find(desk.office.acme, "ext-101").orElseThrow();
        desk.office.phones.put(desk.office.acme, before.of(Optional.of(desk.office.carla.person()), "Carla"));
        assertThat(talks(desk.office.carla, "ext-101")).isEmpty();
        assertRefused(Problem.NOT_FOUND, "call.extension", () -> talks(bob, "ext-101"));
    }

    @Test
    void goesFromBothHistoriesWithThePersonWhoWroteIt() {
        desk.send("101", "from Anna");
        send(desk.office.carla, "ext-102", "101", "from Carla");
        var data = new TextData(desk.store, desk.history);
        List<Object> given = new ArrayList<>();
        data.export(desk.office.acme, bob.person(), (kind, thing) -> given.add(kind));
        assertThat(given).filteredOn("text"::equals).hasSize(2);
        data.erase(desk.office.acme, anna.person());
        assertThat(words(bob, "ext-101", "100")).isEmpty();
        assertThat(words(bob, "ext-101", "102")).containsExactly("< from Carla");
        assertThat(talks(anna, "ext-100")).isEmpty();
        given.clear();
        data.export(desk.office.acme, (kind, thing) -> given.add(kind));
        assertThat(given).filteredOn("text"::equals).hasSize(2);
        data.erase(desk.office.acme);
        assertThat(talks(bob, "ext-101")).isEmpty();
    }
}
