package org.patchbay.calls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Text;
import org.patchbay.calls.Office;
import org.patchbay.calls.call.ManualTimers;
import org.patchbay.calls.store.InMemoryTextStore;
import org.patchbay.calls.store.WaitingText;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.signalling.FakeSignalling;

final class PhoneTextsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Office office = new Office();
    private final InMemoryTextStore store = new InMemoryTextStore();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T12:00:00Z"));
    private final ManualTimers timers = new ManualTimers(clock);
    private final List<TextPost> posts = new ArrayList<>();
    private TextPost post = post("one", office.signalling);
    private final PhoneTexts texts = texts();

    private TextPost post(String node, FakeSignalling signalling) {
        var made = new TextPost(
                signalling,
                office.book,
                store,
                office.workshop,
                timers,
                office.cluster.node(node),
                office.config(),
                clock);
        posts.add(made);
        return made;
    }

    private PhoneTexts texts() {
        return new PhoneTexts(office.signalling, office.book, post, office.workshop.workers(), clock);
    }

    @AfterEach
    void close() {
        posts.forEach(TextPost::close);
        office.close();
    }

    private int send(String called, String text) {
        return send(office.acme, "phone-100", called, text);
    }

    private int send(PortalId portal, String account, String called, String text) {
        var answer = texts.message(portal, account, called, text).toCompletableFuture();
        assertThat(answer).succeedsWithin(PATIENCE);
        return answer.join().status();
    }

    private void away(String number) {
        office.signalling.forget(office.acme, "phone-" + number);
    }

    private void back(String number) {
        String id = office.signalling.register(office.acme, "phone-" + number);
        var registered = new Event(
                Ids.next(),
                "/sip",
                TextPost.REGISTERED,
                office.acme,
                "phone-" + number,
                clock.instant(),
                Optional.empty(),
                0,
                "{\"registration\":\"" + id + "\"}");
        posts.forEach(one -> one.on(registered));
    }

    private List<String> arrived() {
        return office.signalling.texts().stream()
                .map(sent -> sent.account().substring(6) + " " + sent.text().words())
                .toList();
    }

    private void awaitArrived(String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived()).containsExactly(expected));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(store.of(office.acme, "ext-101"))
                .isEmpty());
    }

    @Test
    void reachesEveryPhoneOfAnExtension() {
        office.phones.put(office.acme, new Device("phone-201", "ext-101", "Desk", "phone201", 3, List.of(), 1));
        office.signalling.register(office.acme, "phone-201");
        assertThat(send("101", "Lunch?")).isEqualTo(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(arrived()).containsExactlyInAnyOrder("101 Lunch?", "201 Lunch?"));
        assertThat(office.signalling.texts()).allSatisfy(sent -> {
            assertThat(sent.portal()).isEqualTo(office.acme);
            assertThat(sent.text().from()).isEqualTo(new Party("100", "Somebody at 100"));
            assertThat(sent.text().sent()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        });
    }

    @Test
    void reachesAllOfAGroupButTheSendingPhone() {
        office.phones.put(
                office.acme,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        office.sales,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-101", "ext-102"),
                        10,
                        Destination.HANG_UP,
                        1));
        away("102");
        assertThat(send("200", "Lunch?")).isEqualTo(202);
        awaitArrived("101 Lunch?");
        assertThat(store.of(office.acme, "ext-100")).isEmpty();
        assertThat(store.of(office.acme, "ext-102")).hasSize(1);
    }

    @Test
    void keepsTextsForSomebodyAwayAndBringsThemInOrderWithTheTimeOfEach() {
        away("101");
        assertThat(send("101", "first")).isEqualTo(202);
        clock.pass(Duration.ofMinutes(5));
        assertThat(send("101", "second")).isEqualTo(202);
        assertThat(send("102", "elsewhere")).isEqualTo(202);
        back("101");
        await().atMost(PATIENCE)
                .until(() -> store.of(office.acme, "ext-101").isEmpty()
                        && store.of(office.acme, "ext-102").isEmpty());
        assertThat(office.signalling.texts())
                .filteredOn(sent -> sent.account().equals("phone-101"))
                .extracting(
                        sent -> sent.text().words() + " " + sent.text().sent().toString())
                .containsExactly("first 2026-11-26T12:00:00Z", "second 2026-11-26T12:05:00Z");
    }

    @Test
    void bringsAfterARestartWhatWaitedBefore() {
        away("101");
        assertThat(send("101", "before")).isEqualTo(202);
        post.close();
        posts.clear();
        office.signalling.register(office.acme, "phone-101");
        post = post("two", office.signalling);
        timers.pass(Duration.ZERO);
        awaitArrived("101 before");
    }

    @Test
    void bringsByTheNodeAtWhichThePhoneIs() {
        away("101");
        var elsewhere = new FakeSignalling();
        elsewhere.register(office.acme, "phone-101");
        post("two", elsewhere);
        assertThat(send("101", "over there")).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> store.of(office.acme, "ext-101").isEmpty());
        assertThat(elsewhere.texts()).hasSize(1);
        assertThat(office.signalling.texts()).isEmpty();
    }

    @Test
    void bringsATextOnceWhereItsPhonesAreAtTwoNodes() {
        var elsewhere = new FakeSignalling();
        elsewhere.register(office.acme, "phone-101");
        TextPost other = post("two", elsewhere);
        for (int number = 0; number < 20; number++) {
            assertThat(send("101", "text " + number)).isEqualTo(202);
            int all = number + 1;
            other.look();
            await().atMost(PATIENCE).until(() -> {
                timers.pass(Duration.ofSeconds(15));
                return store.of(office.acme, "ext-101").isEmpty();
            });
            await().atMost(PATIENCE)
                    .until(() ->
                            elsewhere.texts().size() + office.signalling.texts().size() == all);
        }
    }

    @Test
    void keepsATextThatAPhoneDoesNotTakeForAnotherOne() {
        office.signalling.answers("phone-101", CompletableFuture.completedFuture(false));
        assertThat(send("101", "Lunch?")).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> arrived().size() == 1);
        assertThat(store.of(office.acme, "ext-101")).hasSize(1);
        office.phones.put(office.acme, new Device("phone-201", "ext-101", "Desk", "phone201", 3, List.of(), 1));
        back("201");
        await().atMost(PATIENCE).until(() -> {
            timers.pass(Duration.ofSeconds(15));
            return store.of(office.acme, "ext-101").isEmpty();
        });
        assertThat(arrived()).contains("201 Lunch?");
    }

    @Test
    void triesAPhoneAgainAfterPausesThatGrow() {
        office.signalling.answers("phone-101", CompletableFuture.completedFuture(false));
        send("101", "Lunch?");
        await().atMost(PATIENCE).until(() -> arrived().size() == 1);
        await().atMost(PATIENCE).until(() -> {
            timers.pass(Duration.ofSeconds(15));
            return arrived().size() == 4;
        });
        assertThat(clock.instant()).isAfterOrEqualTo(Instant.parse("2026-11-26T12:01:45Z"));
        office.signalling.answers("phone-101", CompletableFuture.completedFuture(true));
        await().atMost(PATIENCE).until(() -> {
            timers.pass(Duration.ofSeconds(15));
            return store.of(office.acme, "ext-101").isEmpty();
        });
    }

    @Test
    void aPhoneThatIsSilentHoldsUpNoOther() {
        office.phones.put(office.acme, new Device("phone-201", "ext-101", "Desk", "phone201", 3, List.of(), 1));
        office.signalling.register(office.acme, "phone-201");
        var silent = new CompletableFuture<Boolean>();
        office.signalling.answers("phone-201", silent);
        assertThat(send("101", "first")).isEqualTo(202);
        assertThat(send("101", "second")).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> store.of(office.acme, "ext-101").isEmpty());
        assertThat(arrived()).containsExactlyInAnyOrder("101 first", "201 first", "101 second");
        silent.complete(true);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived()).contains("201 second"));
    }

    @Test
    void aPhoneThatComesBesideASilentOneIsSentTheTextAtOnceAndOnce() {
        office.signalling.answers("phone-101", new CompletableFuture<>());
        assertThat(send("101", "first")).isEqualTo(202);
        assertThat(send("101", "second")).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> arrived().size() == 1);
        office.phones.put(office.acme, new Device("phone-201", "ext-101", "Browser", "phone201", 3, List.of(), 1));
        back("201");
        back("201");
        await().atMost(PATIENCE).until(() -> store.of(office.acme, "ext-101").isEmpty());
        assertThat(arrived()).startsWith("101 first").contains("201 first", "201 second");
        assertThat(office.signalling.texts())
                .extracting(sent -> sent.registration() + " " + sent.text().words())
                .doesNotHaveDuplicates();
    }

    @Test
    void aPhoneThatComesBackFromElsewhereIsSentTheTextThere() {
        var silent = new CompletableFuture<Boolean>();
        String gone =
                office.signalling.registrations(office.acme, "phone-101").get(0).id();
        office.signalling.answers(gone, silent);
        assertThat(send("101", "Lunch?")).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> arrived().size() == 1);
        back("101");
        awaitArrived("101 Lunch?", "101 Lunch?");
        assertThat(office.signalling.texts())
                .filteredOn(sent -> sent.registration().equals(gone))
                .hasSize(1);
        silent.complete(false);
        assertThat(send("102", "elsewhere")).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> arrived().contains("102 elsewhere"));
        assertThat(arrived()).hasSize(3);
    }

    @Test
    void saysWhyATextCannotBeSent() {
        assertThat(send("999", "Lunch?")).isEqualTo(404);
        assertThat(send("+4940123456", "Lunch?")).isEqualTo(404);
        assertThat(send("101", "é".repeat(651))).isEqualTo(413);
        assertThat(send(new PortalId("other"), "phone-100", "101", "Lunch?")).isEqualTo(403);
        assertThat(send("100", "To my other phones")).isEqualTo(480);
        office.phones.put(office.acme, nobody());
        assertThat(send("105", "Is there a phone?")).isEqualTo(480);
        assertThat(office.signalling.texts()).isEmpty();
    }

    private Extension nobody() {
        return new Extension(
                "ext-105",
                "105",
                "Corridor",
                Optional.empty(),
                office.sales,
                20,
                2,
                Optional.empty(),
                true,
                false,
                Forwards.NONE,
                RecordingRule.NEVER,
                false,
                1);
    }

    @Test
    void keepsNoMoreThanSoManyAndNoneForEver() {
        away("101");
        assertThat(send("101", "1")).isEqualTo(202);
        assertThat(send("101", "2")).isEqualTo(202);
        assertThat(send("101", "3")).isEqualTo(202);
        var answer = texts.message(office.acme, "phone-100", "101", "4").toCompletableFuture();
        assertThat(answer).succeedsWithin(PATIENCE);
        assertThat(answer.join().status()).isEqualTo(480);
        assertThat(answer.join().reason()).isEqualTo("Too Many Texts Wait There");
        assertThat(send("102", "5")).isEqualTo(202);
        clock.pass(Duration.ofDays(7).plusSeconds(1));
        post.look();
        assertThat(store.of(office.acme, "ext-101")).isEmpty();
        assertThat(send("101", "6")).isEqualTo(202);
    }

    @Test
    void whoHasTheExtensionNowReadsNothingOfWhoHadIt() {
        away("101");
        var before = new PersonId(Ids.next());
        Extension now = office.phones.find(office.acme, "ext-101").orElseThrow();
        store.keep(
                office.acme,
                new WaitingText(
                        Ids.next(),
                        "ext-101",
                        Optional.of(before),
                        Optional.empty(),
                        new Text(new Party("100", ""), "for who had it", clock.instant())),
                9);
        assertThat(now.person()).isPresent();
        assertThat(send("101", "for who has it")).isEqualTo(202);
        back("101");
        awaitArrived("101 for who has it");
    }

    @Test
    void goesWithThePersonWhoWroteItOrIsToReadIt() {
        away("101");
        away("102");
        send("101", "to Bob");
        send(office.acme, "phone-102", "101", "from Carla");
        var data = new TextData(store);
        List<Object> given = new ArrayList<>();
        DataSink sink = (kind, thing) -> given.add(thing);
        data.export(office.acme, office.anna.person(), sink);
        assertThat(given)
                .singleElement()
                .satisfies(one -> assertThat(((WaitingText) one).text().words()).isEqualTo("to Bob"));
        given.clear();
        data.export(office.acme, sink);
        assertThat(given).hasSize(2);
        given.clear();
        data.export(office.bolt, sink);
        assertThat(given).isEmpty();
        data.erase(office.acme, office.anna.person());
        assertThat(store.of(office.acme, "ext-101"))
                .singleElement()
                .satisfies(left -> assertThat(left.text().words()).isEqualTo("from Carla"));
        data.erase(office.acme, office.bob.person());
        assertThat(store.of(office.acme, "ext-101")).isEmpty();
    }
}
