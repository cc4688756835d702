package org.patchbay.calls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Text;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.testing.signalling.FakeSignalling;

final class CourierTest {

    private final TextDesk desk = new TextDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void keepsTextsForSomebodyAwayAndBringsThemInOrderWithTheTimeOfEach() {
        desk.away("101");
        assertThat(desk.send("101", "first")).isEqualTo(202);
        desk.clock.pass(Duration.ofMinutes(5));
        assertThat(desk.send("101", "second")).isEqualTo(202);
        assertThat(desk.send("102", "elsewhere")).isEqualTo(202);
        desk.back("101");
        await().atMost(TextDesk.PATIENCE)
                .until(() -> desk.store.of(desk.office.acme, "ext-101").isEmpty()
                        && desk.store.of(desk.office.acme, "ext-102").isEmpty());
        assertThat(desk.office.signalling.texts())
                .filteredOn(sent -> sent.account().equals("phone-101"))
                .extracting(
                        sent -> sent.text().words() + " " + sent.text().sent().toString())
                .containsExactly("first 2026-11-26T12:00:00Z", "second 2026-11-26T12:05:00Z");
    }

    @Test
    void bringsAfterARestartWhatWaitedBefore() {
        desk.away("101");
        assertThat(desk.send("101", "before")).isEqualTo(202);
        desk.post.close();
        desk.posts.clear();
        desk.office.signalling.register(desk.office.acme, "phone-101");
        desk.post = desk.post("two", desk.office.signalling);
        desk.timers.pass(Duration.ZERO);
        desk.awaitArrived("101 before");
    }

    @Test
    void bringsByTheNodeAtWhichThePhoneIs() {
        desk.away("101");
        var elsewhere = new FakeSignalling();
        elsewhere.register(desk.office.acme, "phone-101");
        desk.post("two", elsewhere);
        assertThat(desk.send("101", "over there")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE)
                .until(() -> desk.store.of(desk.office.acme, "ext-101").isEmpty());
        assertThat(elsewhere.texts()).hasSize(1);
        assertThat(desk.office.signalling.texts()).isEmpty();
    }

    @Test
    void bringsATextOnceWhereItsPhonesAreAtTwoNodes() {
        var elsewhere = new FakeSignalling();
        elsewhere.register(desk.office.acme, "phone-101");
        TextPost other = desk.post("two", elsewhere);
        for (int number = 0; number < 20; number++) {
            assertThat(desk.send("101", "text " + number)).isEqualTo(202);
            int all = number + 1;
            other.look();
            await().atMost(TextDesk.PATIENCE).until(() -> {
                desk.timers.pass(Duration.ofSeconds(15));
                return desk.store.of(desk.office.acme, "ext-101").isEmpty();
            });
            await().atMost(TextDesk.PATIENCE)
                    .until(() -> elsewhere.texts().size()
                                    + desk.office.signalling.texts().size()
                            == all);
        }
    }

    @Test
    void keepsATextThatAPhoneDoesNotTakeForAnotherOne() {
        desk.office.signalling.answers("phone-101", CompletableFuture.completedFuture(false));
        assertThat(desk.send("101", "Lunch?")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE).until(() -> desk.arrived().size() == 1);
        assertThat(desk.store.of(desk.office.acme, "ext-101")).hasSize(1);
        desk.office.phones.put(
                desk.office.acme, new Device("phone-201", "ext-101", "Desk", "phone201", 3, List.of(), 1));
        desk.back("201");
        await().atMost(TextDesk.PATIENCE).until(() -> {
            desk.timers.pass(Duration.ofSeconds(15));
            return desk.store.of(desk.office.acme, "ext-101").isEmpty();
        });
        assertThat(desk.arrived()).contains("201 Lunch?");
    }

    @Test
    void triesAPhoneAgainAfterPausesThatGrow() {
        desk.office.signalling.answers("phone-101", CompletableFuture.completedFuture(false));
        desk.send("101", "Lunch?");
        await().atMost(TextDesk.PATIENCE).until(() -> desk.arrived().size() == 1);
        await().atMost(TextDesk.PATIENCE).until(() -> {
            desk.timers.pass(Duration.ofSeconds(15));
            return desk.arrived().size() == 4;
        });
        assertThat(desk.clock.instant()).isAfterOrEqualTo(Instant.parse("2026-11-26T12:01:45Z"));
        desk.office.signalling.answers("phone-101", CompletableFuture.completedFuture(true));
        await().atMost(TextDesk.PATIENCE).until(() -> {
            desk.timers.pass(Duration.ofSeconds(15));
            return desk.store.of(desk.office.acme, "ext-101").isEmpty();
        });
    }

    @Test
    void aPhoneThatIsSilentHoldsUpNoOther() {
        desk.office.phones.put(
                desk.office.acme, new Device("phone-201", "ext-101", "Desk", "phone201", 3, List.of(), 1));
        desk.office.signalling.register(desk.office.acme, "phone-201");
        var silent = new CompletableFuture<Boolean>();
        desk.office.signalling.answers("phone-201", silent);
        assertThat(desk.send("101", "first")).isEqualTo(202);
        assertThat(desk.send("101", "second")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE)
                .until(() -> desk.store.of(desk.office.acme, "ext-101").isEmpty());
        assertThat(desk.arrived()).containsExactlyInAnyOrder("101 first", "201 first", "101 second");
        silent.complete(true);
        await().atMost(TextDesk.PATIENCE)
                .untilAsserted(() -> assertThat(desk.arrived()).contains("201 second"));
    }

    @Test
    void aPhoneThatComesBesideASilentOneIsSentTheTextAtOnceAndOnce() {
        desk.office.signalling.answers("phone-101", new CompletableFuture<>());
        assertThat(desk.send("101", "first")).isEqualTo(202);
        assertThat(desk.send("101", "second")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE).until(() -> desk.arrived().size() == 1);
        desk.office.phones.put(
                desk.office.acme, new Device("phone-201", "ext-101", "Browser", "phone201", 3, List.of(), 1));
        desk.back("201");
        desk.back("201");
        await().atMost(TextDesk.PATIENCE)
                .until(() -> desk.store.of(desk.office.acme, "ext-101").isEmpty());
        assertThat(desk.arrived()).startsWith("101 first").contains("201 first", "201 second");
        assertThat(desk.office.signalling.texts())
                .extracting(sent -> sent.registration() + " " + sent.text().words())
                .doesNotHaveDuplicates();
    }

    @Test
    void aPhoneThatComesBackFromElsewhereIsSentTheTextThere() {
        var silent = new CompletableFuture<Boolean>();
        String gone = desk.office
                .signalling
                .registrations(desk.office.acme, "phone-101")
                .get(0)
                .id();
        desk.office.signalling.answers(gone, silent);
        assertThat(desk.send("101", "Lunch?")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE).until(() -> desk.arrived().size() == 1);
        desk.back("101");
        desk.awaitArrived("101 Lunch?", "101 Lunch?");
        assertThat(desk.office.signalling.texts())
                .filteredOn(sent -> sent.registration().equals(gone))
                .hasSize(1);
        silent.complete(false);
        assertThat(desk.send("102", "elsewhere")).isEqualTo(202);
        await().atMost(TextDesk.PATIENCE).until(() -> desk.arrived().contains("102 elsewhere"));
        assertThat(desk.arrived()).hasSize(3);
    }

    @Test
    void whoHasTheExtensionNowReadsNothingOfWhoHadIt() {
        desk.away("101");
        var before = new PersonId(Ids.next());
        Extension now = desk.office.phones.find(desk.office.acme, "ext-101").orElseThrow();
        desk.store.keep(
                desk.office.acme,
                new WaitingText(
                        Ids.next(),
                        "ext-101",
                        Optional.of(before),
                        Optional.empty(),
                        new Text(new Party("100", ""), "for who had it", desk.clock.instant())),
                9);
        assertThat(now.person()).isPresent();
        assertThat(desk.send("101", "for who has it")).isEqualTo(202);
        desk.back("101");
        desk.awaitArrived("101 for who has it");
    }
}
