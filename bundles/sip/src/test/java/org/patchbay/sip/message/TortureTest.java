package org.patchbay.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The torture messages of RFC 4475 and RFC 5118, by the names they have there, each taken as the RFC asks. */
class TortureTest {

    @ParameterizedTest
    @CsvSource({
        "wsinv, accepted",
        "intmeth, accepted",
        "esc01, accepted",
        "escnull, accepted",
        "esc02, accepted",
        "lwsdisp, accepted",
        "longreq, accepted",
        "dblreq, accepted",
        "semiuri, accepted",
        "transports, accepted",
        "unreason, accepted",
        "noreason, accepted",
        "baddate, accepted",
        "badaspec, accepted",
        "baddn, accepted",
        "badbranch, accepted",
        "unksm2, accepted",
        "bcast, accepted",
        "cparam01, accepted",
        "cparam02, accepted",
        "regescrt, accepted",
        "inv2543, accepted",
        "ipv6-good, accepted",
        "port-ambiguous, accepted",
        "port-unambiguous, accepted",
        "via-received-param-with-delim, accepted",
        "via-received-param-no-delim, accepted",
        "ipv4-mapped-ipv6, accepted",
        "mult-ip-in-header, accepted",
        "badinv01, 400",
        "clerr, 400",
        "ncl, 400",
        "scalar02, 400",
        "quotbal, 400",
        "ltgtruri, 400",
        "lwsruri, 400",
        "lwsstart, 400",
        "trws, 400",
        "escruri, 400",
        "regbadct, 400",
        "mismatch01, 400",
        "mismatch02, 400",
        "insuf, 400",
        "multi01, 400",
        "mcl01, 400",
        "ipv6-bad, 400",
        "scalarlg, dropped",
        "bigcode, dropped",
        "badvers, 505",
        "unkscm, 416",
        "novelsc, 416",
        "zeromf, 483"
    })
    void isTakenAsTheRfcAsks(String name, String expected) throws IOException {
        assertThat(outcome(read(name))).isEqualTo(expected);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = TortureTest.class.getResourceAsStream("/torture/" + name + ".txt")) {
            assertThat(in).as(name).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String outcome(byte[] bytes) {
        try {
            SipMessage message = SipParser.parse(bytes, bytes.length);
            if (message instanceof SipRequest request) {
                Optional<MessageRules.Fault> fault = MessageRules.check(request);
                return fault.map(found -> String.valueOf(found.status())).orElse("accepted");
            }
            return message instanceof SipResponse response && MessageRules.fits(response) ? "accepted" : "dropped";
        } catch (SipSyntaxException e) {
            return e.request().isPresent() ? String.valueOf(e.status()) : "dropped";
        }
    }

    private static SipRequest request(String name) throws IOException, SipSyntaxException {
        byte[] bytes = read(name);
        return (SipRequest) SipParser.parse(bytes, bytes.length);
    }

    @Test
    void theTortuousInviteIsUnderstood() throws IOException, SipSyntaxException {
        SipRequest invite = request("wsinv");
        assertThat(invite.fromTag()).isEqualTo("98asjd8");
        assertThat(invite.toTag()).isEqualTo("1918181833n");
        assertThat(invite.cseq()).contains(new CSeq(9, "INVITE"));
        assertThat(invite.headers().number(HeaderName.MAX_FORWARDS)).contains(68L);
        assertThat(invite.headers().values(HeaderName.VIA)).hasSize(3);
        assertThat(invite.via()).map(Via::branch).contains("390skdjuw");
        assertThat(invite.headers().text("newfangledheader")).isEqualTo("newfangled value continued newfangled value");
        assertThat(NameAddr.parse(invite.headers().text(HeaderName.CONTACT)))
                .map(contact -> contact.params().text("q"))
                .contains("0.33");
    }

    @Test
    void whatFollowsADatagramsMessageIsNoneOfIt() throws IOException, SipSyntaxException {
        assertThat(request("dblreq").body()).isEmpty();
    }

    @Test
    void escapesStayApart() throws IOException, SipSyntaxException {
        assertThat(request("esc01").target()).map(SipUri::user).contains("sips:user@example.com");
        assertThat(request("escnull").headers().text(HeaderName.CONTACT)).contains("%00");
        assertThat(request("esc02").method()).isEqualTo("RE%47IST%45R");
        assertThat(request("semiuri").target()).map(SipUri::user).contains("user;par=u@example.net");
    }

    @Test
    void portsOfIpv6AreThoseAfterTheBracket() throws IOException, SipSyntaxException {
        assertThat(request("port-ambiguous").target()).map(SipUri::port).contains(0);
        assertThat(request("port-unambiguous").target()).map(SipUri::port).contains(5070);
        assertThat(request("ipv6-good").target()).map(SipUri::host).contains("2001:db8::10");
    }
}
