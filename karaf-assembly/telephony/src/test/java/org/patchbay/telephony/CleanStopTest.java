package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallResult;
import org.patchbay.sip.message.SipRequest;

/** The server is stopped while two talk. */
final class CleanStopTest {

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void bothAreHungUpAndTheRecordSaysWhy() throws Exception {
        try (var exchange = new TelephoneExchange(folder);
                var anna = new PaperPhone(exchange, "100");
                var bob = new PaperPhone(exchange, "101")) {
            assertThat(bob.phone.register(600).status()).isEqualTo(200);
            Future<SipRequest> taken = threads.submit(bob::take);
            assertThat(anna.call("101").status()).isEqualTo(200);
            taken.get();
            Future<SipRequest> annas = threads.submit(anna::hangUp);
            Future<SipRequest> bobs = threads.submit(bob::hangUp);
            exchange.board.close(Duration.ofSeconds(20));
            assertThat(annas.get().headers().text("Reason")).contains("The server ends");
            assertThat(bobs.get().headers().text("Reason")).contains("The server ends");
            assertThat(exchange.records).singleElement().satisfies(record -> {
                assertThat(record.result()).isEqualTo(CallResult.ANSWERED);
                assertThat(record.legs()).hasSize(2).allSatisfy(leg -> {
                    assertThat(leg.status()).isEqualTo(503);
                    assertThat(leg.reason()).isEqualTo("The server ends");
                });
            });
            assertThat(exchange.media.load().ports()).isZero();
        }
    }
}
