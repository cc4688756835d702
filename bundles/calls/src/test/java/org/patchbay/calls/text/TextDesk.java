package org.patchbay.calls.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.calls.Office;
import org.patchbay.calls.call.ManualTimers;
import org.patchbay.calls.store.InMemoryTextHistory;
import org.patchbay.calls.store.InMemoryTextStore;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.signalling.FakeSignalling;

/** Texts at the {@link Office}, with as many servers as a test wants. */
final class TextDesk implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final Office office = new Office();
    final InMemoryTextStore store = new InMemoryTextStore();
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T12:00:00Z"));
    final ManualTimers timers = new ManualTimers(clock);
    final List<TextPost> posts = new ArrayList<>();
    TextPost post = post("one", office.signalling);
    final InMemoryTextHistory history = new InMemoryTextHistory();
    final TextArchive archive =
            new TextArchive(history, office.textNews, office.workshop, timers, office.config(), clock);
    final PhoneTexts texts = texts();
    final OwnTexts own = new OwnTexts(office.book, texts, history, office.textNews);

    TextPost post(String node, FakeSignalling signalling) {
        var made = new TextPost(
                signalling,
                office.book,
                store,
                office.workshop,
                timers,
                office.cluster.node(node),
                office.unit,
                office.config(),
                clock);
        posts.add(made);
        return made;
    }

    private PhoneTexts texts() {
        return new PhoneTexts(
                office.signalling, office.book, post, archive, office.unit, office.workshop.workers(), clock);
    }

    @Override
    public void close() {
        posts.forEach(TextPost::close);
        archive.close();
        office.close();
    }

    int send(String called, String text) {
        return send(office.acme, "phone-100", called, text);
    }

    int send(PortalId portal, String account, String called, String text) {
        var answer = texts.message(portal, account, called, text).toCompletableFuture();
        assertThat(answer).succeedsWithin(PATIENCE);
        return answer.join().status();
    }

    void away(String number) {
        office.signalling.forget(office.acme, "phone-" + number);
    }

    void back(String number) {
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

    List<String> arrived() {
        return office.signalling.texts().stream()
                .map(sent -> sent.account().substring(6) + " " + sent.text().words())
                .toList();
    }

    void awaitArrived(String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived()).containsExactly(expected));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(store.of(office.acme, "ext-101"))
                .isEmpty());
    }

    /** No text waits for the extension any more. */
    void awaitNothingWaits(String number) {
        awaitThat(() -> store.of(office.acme, "ext-" + number).isEmpty());
    }

    void awaitThat(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }
}
