package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TransferRequest;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.spi.signalling.IncomingCall;
import org.patchbay.testing.Patience;

/** What goes on in a call, on one leg. */
class CallingTest {

    private static final String SDP =
            """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 4000 RTP/AVP 0
            """
                    .replace("\n", "\r\n");
    private static final String HELD = SDP + "a=sendonly\r\n";

    private final TestServer server = new TestServer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<IncomingCall> incoming = new LinkedBlockingQueue<>();
    private final BlockingQueue<TransferRequest> transfers = new LinkedBlockingQueue<>();
    private final Phone phone;

    CallingTest() throws IOException {
        phone = new Phone(server.port(), "100", "one.example");
    }

    @BeforeEach
    void handle() {
        server.neighbours.handler = (portal, call) -> {
            incoming.add(call);
            return new Heard();
        };
    }

    @AfterEach
    void close() {
        phone.close();
        server.close();
    }

    private static SipRequest carrying(SipRequest request, String type, String body) {
        request.headers().set(HeaderName.CONTENT_TYPE, type);
        return new SipRequest(
                request.method(), request.uri(), request.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private SipRequest invite(String description, String... headers) throws IOException {
        SipRequest invite = phone.request("INVITE", "sip:101@one.example", Randoms.text(), 1);
        for (int i = 0; i < headers.length; i += 2) {
            invite.headers().add(headers[i], headers[i + 1]);
        }
        SipRequest whole = carrying(invite, "application/sdp", description);
        phone.send(whole);
        SipResponse challenge = phone.awaitFinal("INVITE");
        phone.acknowledge(whole, challenge);
        SipRequest again = phone.answering(whole, challenge, "pw100");
        phone.send(again);
        return again;
    }

    private IncomingCall call() throws InterruptedException {
        return Optional.ofNullable(incoming.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .orElseThrow();
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .orElse("nothing");
    }

    private SipResponse answered(SipRequest invite, Leg leg) throws IOException {
        leg.answer(SDP);
        SipResponse ok = phone.awaitFinal("INVITE");
        assertThat(ok.status()).isEqualTo(200);
        phone.acknowledge(invite, ok);
        return ok;
    }

    private Leg outgoing() throws IOException {
        phone.register(600);
        return server.server.invite(
                TestNeighbours.ONE,
                new LegTarget.Device(server.server
                        .registrations(TestNeighbours.ONE, "account-100")
                        .get(0)
                        .id()),
                new Invitation(
                        SDP,
                        new Party("101", "Béla"),
                        new Party("100", ""),
                        false,
                        Invitation.Ring.ANSWER_BY_ITSELF,
                        List.of(new Party("102", ""))),
                new Heard());
    }

    private SipResponse answer(SipRequest request, int status, String description) {
        SipResponse answer = request.answer(status, "Reason", "callee");
        answer.headers().add(HeaderName.CONTACT, "<sip:100@127.0.0.1:" + phone.port() + ">");
        return description.isEmpty()
                ? answer
                : answer.carrying("application/sdp", description.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCallIsTakenHeldAndHungUp() throws Exception {
        SipRequest invite = invite(SDP);
        IncomingCall call = call();
        assertThat(call.account()).contains("account-100");
        assertThat(call.called()).isEqualTo("101");
        assertThat(call.description()).contains(SDP);
        call.leg().progress(180, Optional.empty());
        phone.await(message -> message instanceof SipResponse response && response.status() == 180);
        SipResponse ok = answered(invite, call.leg());
        phone.send(carrying(phone.inDialog("INVITE", ok, 10), "application/sdp", HELD));
        assertThat(next()).isEqualTo("offered " + HELD.length());
        call.leg().answerOffer(SDP);
        SipResponse held = phone.awaitFinal("INVITE");
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.description()).contains(SDP);
        phone.acknowledge(phone.inDialog("INVITE", ok, 10), held);
        phone.send(phone.inDialog("BYE", ok, 11));
        assertThat(phone.awaitFinal("BYE").status()).isEqualTo(200);
        assertThat(next()).isEqualTo("ended 200 true");
        assertThat(server.server.dialogs()).isZero();
    }

    @Test
    void aCallerWhoGivesUpIsAnsweredTwice() throws Exception {
        SipRequest invite = invite(SDP);
        call();
        var headers = new org.patchbay.sip.message.Headers();
        for (String name : List.of("Via", "Max-Forwards", "From", "To", "Call-ID")) {
            headers.add(name, invite.headers().text(name));
        }
        headers.add("CSeq", invite.cseq().orElseThrow().number() + " CANCEL");
        phone.send(new SipRequest("CANCEL", invite.uri(), headers));
        List<Integer> statuses = new ArrayList<>();
        while (statuses.size() < 2) {
            SipMessage message =
                    phone.await(found -> found instanceof SipResponse response && response.status() >= 200);
            statuses.add(((SipResponse) message).status());
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 487);
        assertThat(next()).isEqualTo("ended 487 true");
    }

    @Test
    void hangingUpWaitsForTheAck() throws Exception {
        SipRequest invite = invite(SDP);
        Leg leg = call().leg();
        leg.answer(SDP);
        leg.end(LegEnd.hungUp());
        SipResponse ok = phone.awaitFinal("INVITE");
        assertThat(next()).isEqualTo("ended 200 false");
        phone.acknowledge(invite, ok);
        SipRequest bye = phone.awaitRequest("BYE");
        assertThat(bye.headers().text(HeaderName.REASON)).contains("Normal call clearing");
        phone.send(bye.answer(200, "OK", ""));
    }

    @Test
    void keysAndTransfersAreTold() throws Exception {
        SipResponse ok = answered(invite(SDP), call().leg());
        phone.send(carrying(phone.inDialog("INFO", ok, 10), "application/dtmf-relay", "Signal=5\r\nDuration=160\r\n"));
        assertThat(phone.awaitFinal("INFO").status()).isEqualTo(200);
        assertThat(next()).isEqualTo("digit 5");
        SipRequest elsewhere = phone.inDialog("REFER", ok, 11);
        elsewhere.headers().add(HeaderName.REFER_TO, "<sip:199@two.example>");
        phone.send(elsewhere);
        assertThat(phone.awaitFinal("REFER").status()).isEqualTo(403);
        SipRequest refer = phone.inDialog("REFER", ok, 12);
        refer.headers().add(HeaderName.REFER_TO, "<sip:199@one.example>");
        phone.send(refer);
        assertThat(phone.awaitFinal("REFER").status()).isEqualTo(202);
        assertThat(transfers.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new TransferRequest("199", Optional.empty()));
        SipRequest notify = phone.awaitRequest("NOTIFY");
        assertThat(notify.text()).startsWith("SIP/2.0 100");
        phone.send(notify.answer(200, "OK", ""));
    }

    @Test
    void anAttendedTransferNamesTheOtherLeg() throws Exception {
        IncomingCall first = call(SDP);
        SipResponse firstOk = answered(lastInvite, first.leg());
        IncomingCall second = call(SDP);
        SipResponse secondOk = answered(lastInvite, second.leg());
        String replaces = secondOk.callId() + "%3Bto-tag%3D" + secondOk.toTag() + "%3Bfrom-tag%3D" + secondOk.fromTag();
        SipRequest refer = phone.inDialog("REFER", firstOk, 11);
        refer.headers().add(HeaderName.REFER_TO, "<sip:101@one.example?Replaces=" + replaces + ">");
        phone.send(refer);
        assertThat(phone.awaitFinal("REFER").status()).isEqualTo(202);
        assertThat(transfers.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new TransferRequest("101", Optional.of(second.leg().id())));
    }

    private SipRequest lastInvite = new SipRequest("INVITE", "", new org.patchbay.sip.message.Headers());

    private IncomingCall call(String description) throws Exception {
        lastInvite = invite(description);
        return call();
    }

    @Test
    void aLegInPlaceOfAnotherIsKnown() throws Exception {
        IncomingCall first = call(SDP);
        SipResponse ok = answered(lastInvite, first.leg());
        invite(SDP, HeaderName.REPLACES, ok.callId() + ";to-tag=" + ok.toTag() + ";from-tag=" + ok.fromTag());
        assertThat(call().replaces()).contains(first.leg().id());
        SipRequest unknown = invite(SDP, HeaderName.REPLACES, "nobody;to-tag=a;from-tag=b");
        SipResponse refused = phone.awaitFinal("INVITE");
        assertThat(refused.status()).isEqualTo(481);
        phone.acknowledge(unknown, refused);
    }

    @Test
    void progressIsReliableForWhoRequiresThat() throws Exception {
        invite(SDP, HeaderName.REQUIRE, "100rel");
        Leg leg = call().leg();
        leg.progress(183, Optional.of(SDP));
        var early = (SipResponse)
                phone.await(message -> message instanceof SipResponse response && response.status() == 183);
        assertThat(early.headers().text(HeaderName.REQUIRE)).isEqualTo("100rel");
        assertThat(phone.await(message -> message instanceof SipResponse response && response.status() == 183))
                .as("repeated until its PRACK")
                .isNotNull();
        SipRequest prack = phone.inDialog("PRACK", early, 10);
        prack.headers()
                .add(
                        HeaderName.RACK,
                        early.headers().text(HeaderName.RSEQ)
                                + ' '
                                + early.headers().text(HeaderName.CSEQ));
        phone.send(prack);
        assertThat(phone.awaitFinal("PRACK").status()).isEqualTo(200);
    }

    @Test
    void aPhoneThatCallsIsToldWhoRingsWhoAnsweredAndWhoCameThen() throws Exception {
        SipRequest invite = invite(SDP, HeaderName.ALLOW, "INVITE, ACK, BYE, UPDATE");
        Leg leg = call().leg();
        leg.connected(new Party("101", "Anna"));
        leg.progress(180, Optional.empty());
        SipMessage rings = phone.await(message -> message instanceof SipResponse response && response.status() == 180);
        assertThat(asserted(rings)).isEqualTo("\"Anna\" <sip:101@one.example>");
        leg.connected(new Party("102", ""));
        assertThat(asserted(answered(invite, leg))).isEqualTo("<sip:102@one.example>");
        leg.connected(new Party("103", "Carla"));
        SipRequest update = phone.awaitRequest("UPDATE");
        assertThat(asserted(update)).isEqualTo("\"Carla\" <sip:103@one.example>");
        assertThat(update.description()).isEmpty();
        phone.send(update.answer(200, "OK", ""));
    }

    @Test
    void aPhoneWithoutUpdateIsToldByAnInviteThatChangesNothing() throws Exception {
        Leg leg = outgoing();
        SipRequest invite = phone.awaitRequest("INVITE");
        leg.connected(new Party("103", "Carla"));
        phone.send(answer(invite, 200, SDP));
        assertThat(next()).isEqualTo("answered " + SDP.length());
        phone.awaitRequest("ACK");
        SipRequest again = phone.awaitRequest("INVITE");
        assertThat(asserted(again)).isEqualTo("\"Carla\" <sip:103@one.example>");
        assertThat(again.description()).contains(SDP);
        phone.send(answer(again, 200, SDP));
        phone.awaitRequest("ACK");
        leg.connected(new Party("104", ""));
        SipRequest last = phone.awaitRequest("INVITE");
        assertThat(asserted(last)).isEqualTo("<sip:104@one.example>");
        phone.send(answer(last, 200, SDP));
        phone.awaitRequest("ACK");
        assertThat(heard).as("call control hears nothing of it").isEmpty();
    }

    private static String asserted(SipMessage message) {
        return message.headers().text(HeaderName.P_ASSERTED_IDENTITY);
    }

    @Test
    void aSessionTimerIsAgreed() throws Exception {
        SipRequest invite = invite(SDP, HeaderName.SUPPORTED, "timer", HeaderName.SESSION_EXPIRES, "120;refresher=uac");
        SipResponse ok = answered(invite, call().leg());
        assertThat(ok.headers().text(HeaderName.SESSION_EXPIRES)).isEqualTo("120;refresher=uac");
        phone.send(phone.inDialog("UPDATE", ok, 10));
        assertThat(phone.awaitFinal("UPDATE").status()).isEqualTo(200);
        invite(SDP, HeaderName.SESSION_EXPIRES, "30");
        SipResponse brief = phone.awaitFinal("INVITE");
        assertThat(brief.status()).isEqualTo(422);
        assertThat(brief.headers().text(HeaderName.MIN_SE)).isEqualTo("90");
    }

    @Test
    void whatIsUnknownOrNotUnderstoodIsRefused() throws Exception {
        SipRequest invite = phone.request("INVITE", "sip:101@one.example", Randoms.text(), 1);
        invite.headers().add(HeaderName.REQUIRE, "telepathy");
        phone.send(invite);
        SipResponse refused = phone.awaitFinal("INVITE");
        assertThat(refused.status()).isEqualTo(420);
        assertThat(refused.headers().text(HeaderName.UNSUPPORTED)).isEqualTo("telepathy");
        phone.acknowledge(invite, refused);
        phone.send(phone.request("DANCE", "sip:101@one.example", Randoms.text(), 1));
        assertThat(phone.awaitFinal("DANCE").status()).isEqualTo(501);
        SipRequest bye = phone.request("BYE", "sip:101@one.example", Randoms.text(), 1);
        bye.headers().set(HeaderName.TO, "<sip:101@one.example>;tag=gone");
        phone.send(bye);
        assertThat(phone.awaitFinal("BYE").status()).isEqualTo(481);
    }

    @Test
    void aHandlerThatTakesNoMoreIsAnsweredWithLater() throws Exception {
        server.neighbours.handler = (portal, call) -> {
            throw full();
        };
        invite(SDP);
        SipResponse refused = phone.awaitFinal("INVITE");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().has(HeaderName.RETRY_AFTER)).isTrue();
        assertThat(server.server.legs()).isZero();
    }

    private static PatchbayException full() {
        return Problem.LIMITED.because("No more");
    }

    @Test
    void aPhoneIsCalledTalksAndIsOfferedAnother() throws Exception {
        Leg leg = outgoing();
        SipRequest invite = phone.awaitRequest("INVITE");
        assertThat(invite.headers().text(HeaderName.FROM)).startsWith("\"Béla\" <sip:101@one.example>");
        assertThat(invite.headers().text(HeaderName.CALL_INFO)).contains("answer-after=0");
        assertThat(invite.headers().text(HeaderName.DIVERSION)).contains("sip:102@one.example");
        phone.send(answer(invite, 180, ""));
        assertThat(next()).isEqualTo("progressed 180");
        phone.send(answer(invite, 200, SDP));
        assertThat(next()).isEqualTo("answered " + SDP.length());
        phone.awaitRequest("ACK");
        phone.send(answer(invite, 200, SDP));
        phone.awaitRequest("ACK");
        leg.offer(HELD);
        SipRequest again = phone.awaitRequest("INVITE");
        assertThat(again.description()).contains(HELD);
        phone.send(answer(again, 200, SDP));
        assertThat(next()).isEqualTo("offerAnswered " + SDP.length());
        phone.awaitRequest("ACK");
        leg.digit('#', Duration.ofMillis(100));
        SipRequest info = phone.awaitRequest("INFO");
        assertThat(info.text()).contains("Signal=#");
        phone.send(info.answer(200, "OK", ""));
        leg.end(LegEnd.hungUp());
        phone.send(phone.awaitRequest("BYE").answer(200, "OK", ""));
        assertThat(next()).isEqualTo("ended 200 false");
    }

    @Test
    void aCallThatSomebodyElseTookIsCancelledWithTheReason() throws Exception {
        Leg leg = outgoing();
        SipRequest invite = phone.awaitRequest("INVITE");
        phone.send(answer(invite, 180, ""));
        assertThat(next()).isEqualTo("progressed 180");
        leg.end(LegEnd.takenElsewhere());
        SipRequest cancel = phone.awaitRequest("CANCEL");
        assertThat(cancel.headers().text(HeaderName.REASON)).contains("Call completed elsewhere");
        phone.send(cancel.answer(200, "OK", "callee"));
        phone.send(answer(invite, 487, ""));
        phone.awaitRequest("ACK");
        assertThat(next()).isEqualTo("ended 200 false");
    }

    @Test
    void onlyOneOfSeveralForksTalks() throws Exception {
        outgoing();
        SipRequest invite = phone.awaitRequest("INVITE");
        SipResponse other = invite.answer(200, "OK", "other");
        other.headers().add(HeaderName.CONTACT, "<sip:other@127.0.0.1:" + phone.port() + ">");
        phone.send(answer(invite, 200, SDP));
        assertThat(next()).isEqualTo("answered " + SDP.length());
        phone.send(other.carrying("application/sdp", SDP.getBytes(StandardCharsets.UTF_8)));
        SipRequest bye = phone.awaitRequest("BYE");
        assertThat(bye.toTag()).isEqualTo("other");
        phone.send(bye.answer(200, "OK", ""));
    }

    @Test
    void aBusyPhoneEndsTheLeg() throws Exception {
        outgoing();
        phone.send(answer(phone.awaitRequest("INVITE"), 486, ""));
        phone.awaitRequest("ACK");
        assertThat(next()).isEqualTo("ended 486 true");
        assertThat(server.server.legs()).isZero();
    }

    private final class Heard implements LegListener {
        @Override
        public void progressed(int status, Optional<String> description) {
            heard.add("progressed " + status);
        }

        @Override
        public void answered(String description) {
            heard.add("answered " + description.length());
        }

        @Override
        public void offered(String description) {
            heard.add("offered " + description.length());
        }

        @Override
        public void offerAnswered(String description) {
            heard.add("offerAnswered " + description.length());
        }

        @Override
        public void digit(char digit) {
            heard.add("digit " + digit);
        }

        @Override
        public void transferAsked(TransferRequest request) {
            transfers.add(request);
        }

        @Override
        public void ended(LegEnd reason) {
            heard.add("ended " + reason.status() + ' ' + reason.byFarEnd());
        }
    }
}
