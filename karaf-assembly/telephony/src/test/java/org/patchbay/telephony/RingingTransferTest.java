package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallState;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;

/** Somebody asks a colleague, who only rings yet, and puts the other through all the same (RFC 5589, section 7.3). */
final class RingingTransferTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theOtherIsPutThroughToThePhoneThatRings() throws Exception {
        var takes = new AtomicBoolean();
        try (var exchange = new TelephoneExchange(folder);
                var anna = new PaperPhone(exchange, "100");
                var bob = new PaperPhone(exchange, "101");
                var carla = new PaperPhone(exchange, "102")) {
            assertThat(bob.phone.register(600).status()).isEqualTo(200);
            assertThat(carla.phone.register(600).status()).isEqualTo(200);
            Future<SipRequest> bobs = threads.submit(bob::take);
            Future<Integer> carlas = threads.submit(() -> carla.ring(takes));
            PaperPhone.Attempt first = anna.call("101");
            assertThat(first.status()).isEqualTo(200);
            bobs.get();
            PaperPhone.Attempt second = anna.call("102");
            assertThat(second.status()).isEqualTo(180);
            takes.set(true);

            SipRequest refer = anna.phone.inDialog("REFER", first.answer(), 21);
            SipResponse rings = second.answer();
            refer.headers()
                    .add(
                            HeaderName.REFER_TO,
                            "<sip:102@one.example?Replaces=" + rings.callId() + "%3Bto-tag%3D" + rings.toTag()
                                    + "%3Bfrom-tag%3D" + rings.fromTag() + ">");
            assertThat(anna.answer(refer).status()).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> exchange.board.of(exchange.portal).stream()
                    .anyMatch(call -> call.live().state() == CallState.TALKING
                            && call.live().parties().stream()
                                    .map(CallParty::number)
                                    .toList()
                                    .equals(List.of("101", "102"))));
            await().atMost(PATIENCE).until(() -> exchange.board.size() == 1);
            assertThat(carlas.isDone()).isFalse();
            exchange.board.of(exchange.portal).forEach(call -> call.hangUp());
            assertThat(exchange.told).contains("TRANSFERRED 102");
        }
    }
}
