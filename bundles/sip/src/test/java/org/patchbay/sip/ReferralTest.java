package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.IncomingCall;
import org.patchbay.testing.Patience;

/** REFER from outside of a dialog (RFC 3515). */
class ReferralTest {

    private record Asked(String account, String phone, String number, IntConsumer told) {}

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final TestServer server = new TestServer();
    private final Phone phone;
    private volatile int status = 202;

    ReferralTest() throws IOException {
        phone = new Phone(server.port(), "100", "one.example");
        server.neighbours.handler = new CallHandler() {
            @Override
            public LegListener incoming(PortalId portal, IncomingCall call) {
                throw new AssertionError("Nobody calls");
            }

            @Override
            public int referred(PortalId portal, String account, String of, String number, IntConsumer told) {
                asked.add(new Asked(account, of, number, told));
                return status;
            }
        };
    }

    @AfterEach
    void close() {
        phone.close();
        server.close();
    }

    private SipRequest refer(String user, String to) {
        SipRequest refer = phone.request("REFER", "sip:" + user + "@one.example", Randoms.text(), 1);
        refer.headers().add(HeaderName.REFER_TO, to);
        return refer;
    }

    private Asked next() throws InterruptedException {
        Asked one = asked.poll(Patience.SECONDS, TimeUnit.SECONDS);
        if (one == null) {
            throw new AssertionError("Nobody was asked");
        }
        return one;
    }

    @Test
    void aDeviceThatProvesWhoItIsIsToldHowItWent() throws Exception {
        SipResponse accepted = phone.ask(refer("100", "<sip:102@one.example>"), "pw100");
        assertThat(accepted.status()).isEqualTo(202);
        Asked one = next();
        assertThat(one.account()).isEqualTo("account-100");
        assertThat(one.phone()).isEmpty();
        assertThat(one.number()).isEqualTo("102");
        SipRequest trying = phone.awaitRequest("NOTIFY");
        assertThat(trying.text()).startsWith("SIP/2.0 100 Trying");
        assertThat(trying.headers().text(HeaderName.EVENT)).isEqualTo("refer");
        assertThat(trying.headers().text(HeaderName.SUBSCRIPTION_STATE)).startsWith("active");
        phone.send(trying.answer(200, "OK", ""));
        assertThat(server.server.dialogs()).isEqualTo(1);
        one.told().accept(486);
        SipRequest busy = (SipRequest) phone.await(
                message -> message instanceof SipRequest notify && notify.text().startsWith("SIP/2.0 486"));
        assertThat(busy.headers().text(HeaderName.SUBSCRIPTION_STATE)).startsWith("terminated");
        assertThat(busy.toTag()).isEqualTo(accepted.fromTag());
        phone.send(busy.answer(200, "OK", ""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(server.server.dialogs()).isZero());
    }

    @Test
    void whoWantsToHearNothingIsToldNothing() throws Exception {
        SipRequest refer = refer("100", "<sip:102@one.example>");
        refer.headers().add("Refer-Sub", "false");
        SipResponse accepted = phone.ask(refer, "pw100");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.headers().text("Refer-Sub")).isEqualTo("false");
        assertThat(server.server.dialogs()).isZero();
        next().told().accept(200);
        // The answer to what is asked next is the first that comes.
        phone.send(phone.request("OPTIONS", "sip:one.example", Randoms.text(), 1));
        assertThat(phone.await(message -> true)).isInstanceOf(SipResponse.class);
    }

    @Test
    void whoseItIsNotIsToldSo() throws Exception {
        status = 403;
        assertThat(phone.ask(refer("101", "<sip:102@one.example>"), "pw100").status())
                .isEqualTo(403);
        assertThat(next().phone()).isEqualTo("101");
        assertThat(server.server.dialogs()).isZero();
    }

    @Test
    void strangersAndWhatCannotBeReadAreRefused() throws Exception {
        assertThat(phone.ask(refer("100", "<sip:102@one.example>"), "wrong").status())
                .isEqualTo(401);
        assertThat(phone.ask(refer("100", "<sip:one.example>"), "pw100").status())
                .isEqualTo(400);
        assertThat(phone.ask(refer("100", "<sip:1@one.example?Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc>"), "pw100")
                        .status())
                .isEqualTo(400);
        assertThat(asked).isEmpty();
    }
}
