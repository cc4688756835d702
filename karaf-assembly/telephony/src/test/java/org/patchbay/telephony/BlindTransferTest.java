package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;

/** Somebody puts the other through without asking first (RFC 3515; RFC 5589, section 6.1). */
final class BlindTransferTest {

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoPutsThroughHearsThatNobodyTakesItAndRingsAgain() throws Exception {
        try (var exchange = new TelephoneExchange(folder);
                var anna = new PaperPhone(exchange, "100");
                var bob = new PaperPhone(exchange, "101");
                var carla = new PaperPhone(exchange, "102")) {
            assertThat(anna.phone.register(600).status()).isEqualTo(200);
            assertThat(bob.phone.register(600).status()).isEqualTo(200);
            assertThat(carla.phone.register(600).status()).isEqualTo(200);
            Future<SipRequest> bobs = threads.submit(bob::take);
            PaperPhone.Attempt first = anna.call("101");
            assertThat(first.status()).isEqualTo(200);
            bobs.get();

            SipRequest refer = anna.phone.inDialog("REFER", first.answer(), 21);
            refer.headers().add(HeaderName.REFER_TO, "<sip:102@one.example>");
            assertThat(anna.answer(refer).status()).isEqualTo(202);
            SipRequest rings = carla.hear("INVITE");
            carla.phone.send(rings.answer(180, "Ringing", "102"));
            assertThat(told(anna, 180).headers().text(HeaderName.SUBSCRIPTION_STATE))
                    .startsWith("active");
            carla.phone.send(rings.answer(603, "Decline", "102"));
            assertThat(told(anna, 603).headers().text(HeaderName.SUBSCRIPTION_STATE))
                    .isEqualTo("terminated;reason=noresource");
            anna.hangUp();
            assertThat(anna.hear("INVITE").callId()).isNotEqualTo(first.invite().callId());
            exchange.board.of(exchange.portal).forEach(call -> call.hangUp());
        }
    }

    /** The next news of the transfer that says this; whatever comes before is answered too. */
    private static SipRequest told(PaperPhone phone, int status) throws IOException {
        while (true) {
            SipRequest notify = phone.hear("NOTIFY");
            phone.phone.send(notify.answer(200, "OK", ""));
            if (notify.text().startsWith("SIP/2.0 " + status)) {
                return notify;
            }
        }
    }
}
