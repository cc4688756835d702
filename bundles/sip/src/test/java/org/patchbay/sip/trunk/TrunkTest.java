package org.patchbay.sip.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Network;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.spi.signalling.IncomingCall;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.testing.Patience;

/** Lines to a carrier that the test plays. */
class TrunkTest {

    private final TestServer server = new TestServer();
    private final Phone carrier;

    TrunkTest() throws IOException {
        carrier = new Phone(server.port(), "carrier", "carrier.example");
    }

    @AfterEach
    void close() {
        carrier.close();
        server.close();
    }

    private SipTrunk trunk(int port, boolean registers) {
        return new SipTrunk(
                TestNeighbours.ONE,
                "line",
                "127.0.0.1",
                port,
                "UDP",
                "4930",
                "secret",
                registers,
                600,
                Network.list("127.0.0.1"));
    }

    private void awaitState(TrunkState state) throws InterruptedException {
        assertThat(Optional.ofNullable(server.states.poll(Patience.SECONDS, TimeUnit.SECONDS)))
                .contains(state);
        assertThat(server.server.trunk(TestNeighbours.ONE, "line")).isEqualTo(state);
    }

    private SipRequest challenged(String method) throws IOException {
        SipRequest first = carrier.awaitRequest(method);
        SipResponse challenge = first.answer(401, "Unauthorized", "carrier");
        challenge
                .headers()
                .add(
                        HeaderName.WWW_AUTHENTICATE,
                        "Digest realm=\"carrier.example\", nonce=\"" + Randoms.text()
                                + "\", algorithm=SHA-256, qop=\"auth\"");
        carrier.send(challenge);
        return (SipRequest) carrier.await(message -> message instanceof SipRequest request
                && request.is(method)
                && request.headers().has(HeaderName.AUTHORIZATION));
    }

    private void register() throws IOException, InterruptedException {
        server.server.trunks().keep(List.of(trunk(carrier.port(), true)));
        SipRequest register = challenged("REGISTER");
        assertThat(register.headers().text(HeaderName.AUTHORIZATION)).contains("username=\"4930\"", "SHA-256");
        assertThat(register.cseq().orElseThrow().number()).isGreaterThan(2);
        carrier.send(register.answer(200, "OK", "carrier"));
        awaitState(TrunkState.UP);
    }

    @Test
    void aLineRegistersWithItsPasswordAndLeaves() throws Exception {
        register();
        assertThat(server.server.trunk(TestNeighbours.TWO, "line")).isEqualTo(TrunkState.UNKNOWN);
        server.server.trunks().keep(List.of());
        assertThat(carrier.await(message -> message instanceof SipRequest request
                        && request.headers().text(HeaderName.EXPIRES).equals("0")))
                .isNotNull();
        assertThat(server.states).isEmpty();
    }

    @Test
    void aLineThatRefusesThePasswordSaysSo() throws Exception {
        server.server.trunks().keep(List.of(trunk(carrier.port(), true)));
        carrier.send(challenged("REGISTER").answer(403, "Forbidden", "carrier"));
        awaitState(TrunkState.REFUSED);
    }

    @Test
    void aLineWithoutRegistrationIsAskedHowItDoes() throws Exception {
        server.server.trunks().keep(List.of(trunk(carrier.port(), false)));
        carrier.send(carrier.awaitRequest("OPTIONS").answer(404, "Not Found", "carrier"));
        awaitState(TrunkState.UP);
    }

    @Test
    void aCallGoesOutWithThePassword() throws Exception {
        register();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        server.server.invite(
                TestNeighbours.ONE,
                new LegTarget.Outside("line", "+4940123"),
                new Invitation(
                        "v=0\r\n",
                        new Party("+4930100", "Alma"),
                        new Party("+4940123", ""),
                        true,
                        Invitation.Ring.EXTERNAL,
                        List.of()),
                new LegListener() {
                    @Override
                    public void answered(String description) {
                        heard.add("answered");
                    }

                    @Override
                    public void ended(LegEnd reason) {
                        heard.add("ended " + reason.status());
                    }
                });
        SipRequest invite = challenged("INVITE");
        assertThat(invite.uri()).isEqualTo("sip:+4940123@127.0.0.1:" + carrier.port());
        assertThat(invite.headers().text(HeaderName.FROM)).contains("anonymous@anonymous.invalid");
        assertThat(invite.headers().text(HeaderName.PRIVACY)).isEqualTo("id");
        assertThat(invite.headers().text(HeaderName.P_ASSERTED_IDENTITY)).contains("+4930100");
        assertThat(invite.body()).isEqualTo("v=0\r\n".getBytes(StandardCharsets.UTF_8));
        SipResponse ok = invite.answer(200, "OK", "callee");
        ok.headers().add(HeaderName.CONTACT, "<sip:callee@127.0.0.1:" + carrier.port() + ">");
        ok.headers().add(HeaderName.RECORD_ROUTE, "<sip:127.0.0.1:" + carrier.port() + ";lr>");
        carrier.send(ok.carrying("application/sdp", "v=0\r\n".getBytes(StandardCharsets.UTF_8)));
        SipRequest ack = carrier.awaitRequest("ACK");
        assertThat(ack.headers().text(HeaderName.ROUTE)).contains(";lr");
        assertThat(heard.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("answered");
        SipRequest bye = carrier.inDialog("BYE", swapped(ok), 1);
        carrier.send(new SipRequest("BYE", contact(invite), bye.headers()));
        assertThat(carrier.awaitFinal("BYE").status()).isEqualTo(200);
        assertThat(heard.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("ended 200");
    }

    /** As the other side writes it down. */
    private static SipResponse swapped(SipResponse ok) {
        String from = ok.headers().text(HeaderName.FROM);
        ok.headers().set(HeaderName.FROM, ok.headers().text(HeaderName.TO));
        ok.headers().set(HeaderName.TO, from);
        return ok;
    }

    private static String contact(SipRequest invite) {
        String contact = invite.headers().text(HeaderName.CONTACT);
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    @Test
    void aSilentLineIsGivenUpSoon() throws Exception {
        server.server.trunks().keep(List.of(trunk(carrier.port(), true)));
        carrier.awaitRequest("REGISTER");
        BlockingQueue<LegEnd> ended = new LinkedBlockingQueue<>();
        server.server.invite(
                TestNeighbours.ONE,
                new LegTarget.Outside("line", "1"),
                new Invitation(
                        "v=0", Party.anonymous(), new Party("1", ""), false, Invitation.Ring.EXTERNAL, List.of()),
                ended::add);
        assertThat(ended.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .satisfies(end ->
                        assertThat(end).isNotNull().extracting(LegEnd::status).isEqualTo(408));
        carrier.awaitRequest("INVITE");
    }

    @Test
    void aCallComesInByItsAddressAndNumber() throws Exception {
        server.neighbours.trunks.add(trunk(carrier.port(), false));
        BlockingQueue<IncomingCall> calls = new LinkedBlockingQueue<>();
        server.neighbours.handler = (portal, call) -> {
            calls.add(call);
            call.leg().end(LegEnd.refused(486, "Busy"));
            return reason -> {};
        };
        SipRequest invite = carrier.request("INVITE", "sip:4930100@127.0.0.1", Randoms.text(), 1);
        invite.headers().add(HeaderName.P_ASSERTED_IDENTITY, "\"Company\" <sip:+4940555@carrier.example>");
        carrier.send(invite);
        assertThat(carrier.awaitFinal("INVITE").status()).isEqualTo(486);
        assertThat(Optional.ofNullable(calls.poll(Patience.SECONDS, TimeUnit.SECONDS)))
                .hasValueSatisfying(call -> {
                    assertThat(call.trunk()).contains("line");
                    assertThat(call.account()).isEmpty();
                    assertThat(call.caller()).isEqualTo(new Party("+4940555", "Company"));
                    assertThat(call.called()).isEqualTo("4930100");
                });
        SipRequest forNobody = carrier.request("INVITE", "sip:5550100@elsewhere.example", Randoms.text(), 1);
        carrier.send(forNobody);
        assertThat(carrier.hearsNothingOf(forNobody, Duration.ofMillis(300)))
                .as("a number that is nobody's")
                .isTrue();
    }

    @Test
    void aPhoneInTheNetworkOfALineHasToProveWhoItIs() throws Exception {
        server.neighbours.trunks.add(trunk(carrier.port(), false));
        BlockingQueue<IncomingCall> calls = new LinkedBlockingQueue<>();
        server.neighbours.handler = (portal, call) -> {
            calls.add(call);
            call.leg().end(LegEnd.refused(486, "Busy"));
            return reason -> {};
        };
        try (var phone = new Phone(server.port(), "100", "one.example")) {
            SipRequest invite = phone.request("INVITE", "sip:4930100@one.example", Randoms.text(), 1);
            assertThat(phone.ask(invite, "pw100").status()).isEqualTo(486);
        }
        assertThat(Optional.ofNullable(calls.poll(Patience.SECONDS, TimeUnit.SECONDS)))
                .hasValueSatisfying(call -> {
                    assertThat(call.trunk()).isEmpty();
                    assertThat(call.account()).contains("account-100");
                });
        assertThat(calls).isEmpty();
    }

    @Test
    void aCallOfACarrierThatIsForNobodyOrForSeveralIsRefused() throws Exception {
        server.neighbours.trunks.add(trunk(carrier.port(), false));
        server.neighbours.carries = true;
        carrier.send(carrier.request("INVITE", "sip:5550100@elsewhere.example", Randoms.text(), 1));
        assertThat(carrier.awaitFinal("INVITE").status()).isEqualTo(485);
        carrier.send(carrier.request("INVITE", "sip:5550100@one.example", Randoms.text(), 1));
        assertThat(carrier.awaitFinal("INVITE").status()).isEqualTo(485);
    }

    @Test
    void aCallToTheContactOfALineSaysInToWhichNumberIsMeant() throws Exception {
        server.neighbours.trunks.add(new SipTrunk(
                TestNeighbours.ONE,
                "line",
                "127.0.0.1",
                carrier.port(),
                "UDP",
                "acme-line",
                "secret",
                true,
                600,
                Network.list("127.0.0.1")));
        BlockingQueue<IncomingCall> calls = new LinkedBlockingQueue<>();
        server.neighbours.handler = (portal, call) -> {
            calls.add(call);
            call.leg().end(LegEnd.refused(486, "Busy"));
            return reason -> {};
        };
        SipRequest invite = carrier.request("INVITE", "sip:+4930100@127.0.0.1", Randoms.text(), 1);
        carrier.send(new SipRequest("INVITE", "sip:acme-line@127.0.0.1", invite.headers()));
        assertThat(carrier.awaitFinal("INVITE").status()).isEqualTo(486);
        assertThat(Optional.ofNullable(calls.poll(Patience.SECONDS, TimeUnit.SECONDS)))
                .hasValueSatisfying(call -> assertThat(call.called()).isEqualTo("+4930100"));
    }
}
