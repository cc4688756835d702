package org.patchbay.sip.transaction;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transport.Flow;
import org.patchbay.sip.transport.Transport;

class InviteClientTransactionTest {

    /** A transaction that forgets by itself does so after a minute. */
    private static final Timing SLOW = new Timing(1_000, 4_000, 100);

    private final Lane lane = new Lane("lane", 100);
    private final AtomicInteger count = new AtomicInteger();
    private final List<SipResponse> heard = new CopyOnWriteArrayList<>();
    private final Transactions table = new Transactions(lane, SLOW, new Nobody(), (request, flow) -> flow, count, 100);

    @AfterEach
    void close() {
        lane.close();
    }

    private static SipRequest invite() {
        var headers = new Headers();
        headers.add(HeaderName.VIA, "SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKone");
        headers.add(HeaderName.FROM, "<sip:100@example.org>;tag=here");
        headers.add(HeaderName.TO, "<sip:200@example.org>");
        headers.add(HeaderName.CALL_ID, "call");
        headers.add(HeaderName.CSEQ, "1 INVITE");
        return new SipRequest("INVITE", "sip:200@example.org", headers);
    }

    private InviteClientTransaction accepted() {
        SipRequest invite = invite();
        var made = (InviteClientTransaction) table.send(invite, new Wire(), new ClientListener() {
            @Override
            public void answered(SipResponse response, Flow from) {
                heard.add(response);
            }

            @Override
            public void failed(int status) {
                throw new AssertionError(status);
            }
        });
        table.received(invite.answer(200, "OK", "there"), new Wire());
        return made;
    }

    @Test
    void passesOnWhatOtherDevicesAnswerWhenTheCallIsOver() {
        assertThat(lane.doNow(() -> {
                    InviteClientTransaction transaction = accepted();
                    transaction.over();
                    table.received(invite().answer(200, "OK", "elsewhere"), new Wire());
                }))
                .isTrue();
        assertThat(heard).extracting(SipResponse::toTag).containsExactly("there", "elsewhere");
    }

    @Test
    void isForgottenSoonAfterTheCall() {
        assertThat(lane.doNow(() -> accepted().over())).isTrue();
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(count).hasValue(0));
    }

    private static final class Nobody implements TransactionUser {

        @Override
        public Optional<Consumer<ServerTransaction>> admit(SipRequest request, Flow flow, Flow back) {
            return Optional.empty();
        }

        @Override
        public void acknowledged(SipRequest ack) {
            throw new AssertionError();
        }
    }

    /** Leads nowhere. */
    private static final class Wire implements Flow {

        @Override
        public Transport transport() {
            return Transport.UDP;
        }

        @Override
        public InetSocketAddress remote() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(byte[] message, Runnable failed) {
            // Nobody is there.
        }

        @Override
        public void onClose(Runnable action) {
            // It has no end.
        }
    }
}
