package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Text;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.spi.signalling.TextMessages;

/** Subscriptions and texts. */
class WatchingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server = new TestServer();
    private volatile String state = "idle";
    private String last = "";
    private final Phone phone;

    WatchingTest() throws IOException {
        phone = new Phone(server.port(), "100", "one.example");
    }

    @BeforeEach
    void watched() {
        server.neighbours.events = new EventPackage() {
            @Override
            public String name() {
                return "presence";
            }

            @Override
            public Optional<EventState> state(PortalId portal, String watcher, String resource) {
                return resource.equals("101") ? Optional.of(new EventState("text/plain", state)) : Optional.empty();
            }
        };
    }

    @AfterEach
    void close() {
        phone.close();
        server.close();
    }

    private SipResponse subscribe(String resource, String event) throws IOException {
        SipRequest subscribe = phone.request("SUBSCRIBE", "sip:" + resource + "@one.example", Randoms.text(), 1);
        subscribe.headers().add(HeaderName.EVENT, event);
        return phone.ask(subscribe, "pw100");
    }

    /** What the next NOTIFY says that says something new: one may come again, over UDP. */
    private String notified() throws IOException {
        String told;
        do {
            SipRequest notify = phone.awaitRequest("NOTIFY");
            phone.send(notify.answer(200, "OK", ""));
            told = notify.headers().text(HeaderName.SUBSCRIPTION_STATE).split(";")[0] + ' ' + notify.text();
        } while (told.equals(last));
        last = told;
        return told;
    }

    @Test
    void whoWatchesIsToldAtOnceAndOfEachChange() throws IOException {
        SipResponse ok = subscribe("101", "presence");
        assertThat(ok.status()).isEqualTo(200);
        assertThat(notified()).isEqualTo("active idle");
        state = "busy";
        server.server.changed(TestNeighbours.TWO, "presence", "101");
        server.server.changed(TestNeighbours.ONE, "presence", "101");
        server.server.changed(TestNeighbours.ONE, "presence", "101");
        assertThat(notified()).isEqualTo("active busy");
        SipRequest end = phone.inDialog("SUBSCRIBE", ok, 10);
        end.headers().add(HeaderName.EVENT, "presence");
        end.headers().add(HeaderName.EXPIRES, "0");
        phone.send(end);
        assertThat(notified()).isEqualTo("terminated busy");
    }

    @Test
    void whoMayNotKnowIsRefused() throws IOException {
        assertThat(subscribe("102", "presence").status()).isEqualTo(403);
        assertThat(subscribe("101", "weather").status()).isEqualTo(489);
    }

    @Test
    void textsGoBothWays() throws IOException {
        server.neighbours.texts = (portal, account, called, text) -> CompletableFuture.supplyAsync(
                () -> account.equals("account-100") && called.equals("101") && text.equals("Hällo")
                        ? new TextMessages.Answer(202, "Accepted")
                        : new TextMessages.Answer(404, "Nobody"));
        SipRequest message = phone.request("MESSAGE", "sip:101@one.example", Randoms.text(), 1);
        message.headers().add(HeaderName.CONTENT_TYPE, "text/plain;charset=UTF-8");
        var whole =
                new SipRequest("MESSAGE", message.uri(), message.headers(), "Hällo".getBytes(StandardCharsets.UTF_8));
        assertThat(phone.ask(whole, "pw100").status()).isEqualTo(202);
        var greeting = new Text(new Party("101", "Béla"), "Grüße", Instant.parse("2026-11-05T09:03:07.5Z"));
        assertThat(server.server.message(TestNeighbours.ONE, "gone", greeting)).isCompletedWithValue(false);
        phone.register(600);
        String there = server.server
                .registrations(TestNeighbours.ONE, "account-100")
                .get(0)
                .id();
        assertThat(server.server.message(TestNeighbours.TWO, there, greeting)).isCompletedWithValue(false);
        CompletionStage<Boolean> taken = server.server.message(TestNeighbours.ONE, there, greeting);
        SipRequest received = phone.awaitRequest("MESSAGE");
        assertThat(received.text()).isEqualTo("Grüße");
        assertThat(received.headers().text(HeaderName.DATE)).isEqualTo("Thu, 05 Nov 2026 09:03:07 GMT");
        assertThat(taken).isNotCompleted();
        phone.send(received.answer(200, "OK", "me"));
        assertThat(taken).succeedsWithin(PATIENCE).isEqualTo(true);
        CompletionStage<Boolean> refused = server.server.message(TestNeighbours.ONE, there, greeting);
        SipRequest again = (SipRequest) phone.await(next -> next instanceof SipRequest request
                && request.is("MESSAGE")
                && !request.callId().equals(received.callId()));
        phone.send(again.answer(405, "Method Not Allowed", "me"));
        assertThat(refused).succeedsWithin(PATIENCE).isEqualTo(false);
    }

    @Test
    void aTextThatCannotBeTakenIsRefused() throws IOException {
        server.neighbours.texts = (portal, account, called, text) ->
                CompletableFuture.failedFuture(new IllegalStateException("The database is away"));
        SipRequest message = phone.request("MESSAGE", "sip:101@one.example", Randoms.text(), 1);
        message.headers().add(HeaderName.CONTENT_TYPE, "text/plain");
        var whole = new SipRequest("MESSAGE", message.uri(), message.headers(), "x".getBytes(StandardCharsets.UTF_8));
        assertThat(phone.ask(whole, "pw100").status()).isEqualTo(500);
    }
}
