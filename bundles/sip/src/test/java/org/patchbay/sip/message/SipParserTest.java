package org.patchbay.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Reading and writing. */
class SipParserTest {

    private static final String INVITE =
            """
            INVITE sip:200@one.example;user=phone SIP/2.0
            v: SIP/2.0/UDP 10.0.0.7:5070;branch=z9hG4bKa;rport, SIP/2.0/TCP [2001:db8::1];branch=z9hG4bKb
            Max-Forwards: 70
            f: "Alma \\"A\\" Berg" <sip:100@one.example>;tag=1
            TO : <sip:200@one.example>
            i: abc@10.0.0.7
            CSeq: 5   INVITE
            Subject: one
             two
            	three
            X-Own: kept
            m: <sip:100@10.0.0.7:5070;transport=udp>
            l: 4

            v=0
            """
                    .replace("\n", "\r\n");

    private static SipMessage parse(String text) throws SipSyntaxException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SipParser.parse(bytes, bytes.length);
    }

    @Test
    void readsCompactNamesFoldedLinesAndSeveralValues() throws SipSyntaxException {
        var invite = (SipRequest) parse(INVITE);
        assertThat(invite.method()).isEqualTo("INVITE");
        assertThat(invite.target()).map(SipUri::user).contains("200");
        assertThat(invite.headers().values(HeaderName.VIA)).hasSize(2);
        assertThat(invite.via()).map(Via::branch).contains("z9hG4bKa");
        assertThat(Via.parse(invite.headers().values(HeaderName.VIA).get(1)))
                .map(Via::host)
                .contains("2001:db8::1");
        assertThat(NameAddr.parse(invite.headers().text(HeaderName.FROM)))
                .map(NameAddr::name)
                .contains("Alma \"A\" Berg");
        assertThat(invite.cseq()).contains(new CSeq(5, "INVITE"));
        assertThat(invite.headers().text(HeaderName.SUBJECT)).isEqualTo("one two three");
        assertThat(invite.headers().text("x-own")).isEqualTo("kept");
        assertThat(invite.text()).isEqualTo("v=0\r");
        assertThat(MessageRules.check(new SipRequest(invite.method(), invite.uri(), invite.headers())))
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws SipSyntaxException {
        SipMessage first = parse(INVITE);
        byte[] written = SipWriter.write(first);
        SipMessage second = SipParser.parse(written, written.length);
        assertThat(SipWriter.write(second)).isEqualTo(written);
        assertThat(second.callId()).isEqualTo("abc@10.0.0.7");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void nobodySmugglesAHeaderIn() {
        var headers = new Headers().add(HeaderName.CALL_ID, "a\r\nVia: evil");
        String written =
                new String(SipWriter.write(new SipRequest("OPTIONS", "sip:a", headers)), StandardCharsets.UTF_8);
        assertThat(written).contains("Call-ID: a  Via: evil\r\n");
    }

    @Test
    void aLengthThatIsNotThereIsAnswered() {
        assertThatThrownBy(() -> parse(INVITE.replace("l: 4", "l: 400")))
                .isInstanceOfSatisfying(SipSyntaxException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.request()).map(SipRequest::callId).contains("abc@10.0.0.7");
                });
        assertThatThrownBy(() -> parse(INVITE.replace("l: 4", "l: -4"))).isInstanceOf(SipSyntaxException.class);
    }

    @Test
    void tooManyHeadersAreRefused() {
        assertThatThrownBy(() -> parse(
                        INVITE.replace("X-Own: kept", "X: y\r\n".repeat(200).strip())))
                .isInstanceOfSatisfying(
                        SipSyntaxException.class, e -> assertThat(e.status()).isEqualTo(513));
    }

    @Test
    void addressesAreReadWithEscapesAndIpv6() {
        SipUri uri = SipUri.parse("sips:al%20ma:secret@[2001:db8::9]:5061;transport=tcp;lr?Replaces=a%3Bto-tag%3Db")
                .orElseThrow();
        assertThat(uri.user()).isEqualTo("al ma");
        assertThat(uri.host()).isEqualTo("2001:db8::9");
        assertThat(uri.port()).isEqualTo(5061);
        assertThat(uri.params().has("lr")).isTrue();
        assertThat(uri.header("replaces")).contains("a;to-tag=b");
        assertThat(uri.asTarget().toString()).isEqualTo("sips:al%20ma@[2001:db8::9]:5061;transport=tcp;lr");
        assertThat(SipUri.parse("sip:a@b:99999")).isEmpty();
        assertThat(SipUri.parse("sip:%zz@b")).isEmpty();
        assertThat(SipUri.parse("tel:+49")).isEmpty();
    }

    @Test
    void aViaSaysWhereItCameFrom() {
        Via via = Via.parse("SIP / 2.0 / UDP host.example : 5070 ;rport;branch=z9hG4bK1")
                .orElseThrow();
        assertThat(via.cameFrom("192.0.2.9", 7_000).toString())
                .isEqualTo("SIP/2.0/UDP host.example:5070;rport=7000;branch=z9hG4bK1;received=192.0.2.9");
    }

    @Property(tries = 3_000)
    void whateverComesIsReadOrRefused(@ForAll @Size(max = 600) byte[] bytes) {
        assertThat(outcome(bytes)).isIn("read", "refused");
    }

    @Property(tries = 3_000)
    void aMessageThatWasDamagedIsReadOrRefused(@ForAll("places") int place, @ForAll byte value, @ForAll boolean cut) {
        byte[] bytes = INVITE.getBytes(StandardCharsets.UTF_8);
        bytes[place % bytes.length] = value;
        byte[] damaged = cut ? java.util.Arrays.copyOf(bytes, place % bytes.length) : bytes;
        assertThat(outcome(damaged)).isIn("read", "refused");
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Integer> places() {
        return net.jqwik.api.Arbitraries.integers().between(0, 5_000);
    }

    private static String outcome(byte[] bytes) {
        try {
            SipMessage message = SipParser.parse(bytes, bytes.length);
            if (message instanceof SipRequest request) {
                Optional<MessageRules.Fault> fault = MessageRules.check(request);
                assertThat(fault.map(MessageRules.Fault::status).orElse(400)).isBetween(400, 699);
            } else if (message instanceof SipResponse response) {
                assertThat(MessageRules.fits(response)).isIn(true, false);
            }
            SipWriter.write(message);
            return "read";
        } catch (SipSyntaxException e) {
            return "refused";
        }
    }
}
