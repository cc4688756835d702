package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Network;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.auth.Guard;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;

/** Phones that register, and those that only try to. */
class RegisteringTest {

    private static final Duration MOMENT = Duration.ofMillis(300);

    private final TestServer server = new TestServer(settings -> new SipServer.Settings(
            settings.ways(),
            settings.stack(),
            settings.expiry(),
            new Guard.Limits(10, 3, Duration.ofMinutes(1), Duration.ofMinutes(5)),
            settings.digests(),
            settings.nonceLife(),
            settings.mostLegs(),
            settings.mostBindings(),
            settings.mostSubscriptions()));
    private final Phone phone;

    RegisteringTest() throws IOException {
        phone = new Phone(server.port(), "100", "one.example");
    }

    @AfterEach
    void close() {
        phone.close();
        server.close();
    }

    private SipRequest register(String callId, int number, String expires) {
        SipRequest register = phone.request("REGISTER", "sip:one.example", callId, number);
        register.headers().add(HeaderName.EXPIRES, expires);
        return register;
    }

    @Test
    void aPhoneRegistersRefreshesAndLeaves() throws IOException {
        assertThat(phone.register(600).status()).isEqualTo(200);
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                .singleElement()
                .satisfies(found -> assertThat(found.address()).isEqualTo("127.0.0.1:" + phone.port()));
        assertThat(server.server.registrations(TestNeighbours.TWO, "account-100"))
                .as("another portal")
                .isEmpty();
        SipResponse again = phone.register(300);
        assertThat(again.headers().text(HeaderName.CONTACT)).contains("expires=");
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                .hasSize(1);
        assertThat(phone.register(0).status()).isEqualTo(200);
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                .isEmpty();
        assertThat(server.told).containsExactly("added 100", "refreshed 100", "removed 100");
    }

    @Test
    void theDomainSelectsThePortal() throws IOException {
        try (var other = new Phone(server.port(), "100", "two.example")) {
            assertThat(other.register(600).status()).isEqualTo(200);
            assertThat(server.server.registrations(TestNeighbours.TWO, "account-100"))
                    .hasSize(1);
            assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                    .isEmpty();
        }
    }

    @Test
    @Tag("S0.02")
    void whoNamesAnotherPortalIsRefusedAndNotLedToTheSameNumberInTheOwn() throws IOException {
        phone.register(600);
        for (String method : List.of("REGISTER", "INVITE", "SUBSCRIBE", "MESSAGE", "REFER")) {
            String user = method.equals("REGISTER") ? "" : "101@";
            SipRequest request = phone.request(method, "sip:" + user + "two.example", Randoms.text(), 1);
            assertThat(phone.ask(request, "guess").status()).as(method).isEqualTo(401);
            SipRequest known = phone.request(method, "sip:" + user + "two.example", Randoms.text(), 1);
            assertThat(phone.ask(known, "pw100").status()).as(method).isEqualTo(403);
        }
        SipRequest refer = phone.request("REFER", "sip:100@one.example", Randoms.text(), 1);
        refer.headers().add(HeaderName.REFER_TO, "<sip:101@two.example>");
        assertThat(phone.ask(refer, "pw100").status()).isEqualTo(403);
        assertThat(server.told).containsExactly("added 100");
    }

    @Test
    void aBriefIntervalIsRefusedWithTheLeast() throws IOException {
        SipResponse answer = phone.ask(register(Randoms.text(), 1, "10"), "pw100");
        assertThat(answer.status()).isEqualTo(423);
        assertThat(answer.headers().text(HeaderName.MIN_EXPIRES)).isEqualTo("60");
    }

    @Test
    void aStarRemovesAll() throws IOException {
        phone.register(600);
        SipRequest star = register(Randoms.text(), 1, "0");
        star.headers().set(HeaderName.CONTACT, "*");
        phone.send(star);
        SipRequest again = phone.answering(star, phone.awaitFinal("REGISTER"), "pw100");
        again.headers().set(HeaderName.CONTACT, "*");
        again.headers().set(HeaderName.EXPIRES, "0");
        phone.send(again);
        assertThat(phone.awaitFinal("REGISTER").status()).isEqualTo(200);
        assertThat(server.server.bindings().size()).isZero();
    }

    @Test
    void moreDevicesThanTheAccountMayHaveAreRefused() throws IOException {
        server.neighbours.add(TestNeighbours.ONE, "one.example", "150", 1, List.of());
        try (var first = new Phone(server.port(), "150", "one.example");
                var second = new Phone(server.port(), "150", "one.example")) {
            assertThat(first.register(600).status()).isEqualTo(200);
            assertThat(second.register(600).status()).isEqualTo(403);
            assertThat(first.register(600).status()).isEqualTo(200);
        }
    }

    @Test
    void anAccountIsUsedFromItsNetworksAlone() throws IOException {
        server.neighbours.add(TestNeighbours.ONE, "one.example", "151", 5, Network.list("10.0.0.0/8"));
        try (var elsewhere = new Phone(server.port(), "151", "one.example")) {
            assertThat(elsewhere.register(600).status()).isEqualTo(401);
        }
    }

    @Test
    void whoIsUnknownIsAnsweredAsWithAWrongPassword() throws IOException {
        for (String method : List.of("REGISTER", "INVITE", "SUBSCRIBE", "MESSAGE")) {
            try (var stranger = new Phone(server.port(), "nobody", "one.example")) {
                String uri = method.equals("REGISTER") ? "sip:one.example" : "sip:101@one.example";
                SipResponse unknown = stranger.ask(stranger.request(method, uri, Randoms.text(), 1), "guess");
                SipResponse wrong = phone.ask(phone.request(method, uri, Randoms.text(), 1), "guess");
                assertThat(unknown.status()).as(method).isEqualTo(401).isEqualTo(wrong.status());
                assertThat(shape(unknown)).isEqualTo(shape(wrong));
            }
        }
    }

    private static List<String> shape(SipResponse response) {
        return java.util.stream.IntStream.range(0, response.headers().size())
                .mapToObj(line -> response.headers().name(line)
                        + ' '
                        + response.headers().value(line).length())
                .filter(line -> line.startsWith("WWW"))
                .toList();
    }

    @Test
    void whoGuessesIsMetWithSilence() throws IOException {
        for (int guess = 0; guess < 10; guess++) {
            phone.ask(register(Randoms.text(), 1, "600"), "guess" + guess);
        }
        SipRequest last = register(Randoms.text(), 1, "600");
        phone.send(last);
        assertThat(phone.hearsNothingOf(last, MOMENT)).isTrue();
        assertThat(server.server.guard().blocks()).isEqualTo(1);
    }

    @Test
    void scannersAndUnknownDomainsAreMetWithSilence() throws IOException {
        try (var foreign = new Phone(server.port(), "100", "elsewhere.example")) {
            for (String method : List.of("REGISTER", "OPTIONS", "INVITE")) {
                foreign.send(foreign.request(method, "sip:100@elsewhere.example", Randoms.text(), 1));
            }
            assertThat(foreign.receive(MOMENT)).isEmpty();
        }
        phone.send(phone.request("OPTIONS", "sip:one.example", Randoms.text(), 1));
        assertThat(phone.awaitFinal("OPTIONS").status()).isEqualTo(200);
        SipRequest scan = phone.request("OPTIONS", "sip:100@one.example", Randoms.text(), 1);
        scan.headers().add(HeaderName.USER_AGENT, "friendly-scanner");
        phone.send(scan);
        assertThat(phone.hearsNothingOf(scan, MOMENT)).isTrue();
    }

    @Test
    void anAnswerToAChallengeCountsOnce() throws IOException {
        SipRequest register = register(Randoms.text(), 1, "600");
        phone.send(register);
        SipResponse challenge = phone.awaitFinal("REGISTER");
        SipRequest good = phone.answering(register, challenge, "pw100");
        phone.send(good);
        assertThat(phone.awaitFinal("REGISTER").status()).isEqualTo(200);
        SipRequest replay = register("another", 7, "600");
        replay.headers().add(HeaderName.AUTHORIZATION, good.headers().text(HeaderName.AUTHORIZATION));
        phone.send(replay);
        SipResponse refused = phone.awaitFinal("REGISTER");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers().text(HeaderName.WWW_AUTHENTICATE)).contains("stale=true");
    }

    @Test
    void sha256IsOfferedAndTaken() throws IOException {
        SipRequest register = register(Randoms.text(), 1, "600");
        phone.send(register);
        SipResponse challenge = phone.awaitFinal("REGISTER");
        List<String> offers = challenge.headers().values(HeaderName.WWW_AUTHENTICATE);
        assertThat(challenge.headers().count(HeaderName.WWW_AUTHENTICATE)).isEqualTo(2);
        assertThat(offers).anyMatch(offer -> offer.contains("SHA-256"));
        var alone = new org.patchbay.sip.message.Headers();
        for (int line = 0; line < challenge.headers().size(); line++) {
            if (challenge.headers().value(line).contains("SHA-256")) {
                alone.add(HeaderName.WWW_AUTHENTICATE, challenge.headers().value(line));
            }
        }
        var answer = new Credentials("100", "pw100")
                .answer(new SipResponse(401, "", alone), "REGISTER", "sip:one.example")
                .orElseThrow();
        SipRequest again = register(register.callId(), 2, "600");
        again.headers().add(answer.name(), answer.value());
        phone.send(again);
        assertThat(phone.awaitFinal("REGISTER").status()).isEqualTo(200);
    }

    @Test
    void withoutSubscribersItIsUnavailable() throws IOException {
        server.neighbours.away = true;
        SipResponse answer = phone.ask(register(Randoms.text(), 1, "600"), "pw100");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().has(HeaderName.RETRY_AFTER)).isTrue();
    }
}
