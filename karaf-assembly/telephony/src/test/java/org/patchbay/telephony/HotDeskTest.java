package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.testing.phonemedia.RtpPhone;
import org.patchbay.voicemail.box.Mailbox;

/** Somebody signs in at a phone of another, and speaks the greeting of an assistant, by keys alone. */
final class HotDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PIN = "4711";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TelephoneExchange exchange;
    private final MailboxSlice slice;

    HotDeskTest(@TempDir Path folder) {
        exchange = new TelephoneExchange(folder);
        slice = new MailboxSlice(exchange, folder);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        exchange.close();
        slice.close();
    }

    private void mailbox(String extension) {
        slice.store.save(exchange.portal, Mailbox.of(extension).pin(Optional.of(slice.pins.hash(PIN))));
    }

    /** So much sound more went out than by then: something is said. */
    private void says(long before) {
        await().atMost(PATIENCE).until(() -> exchange.media.load().sent() > before + 10);
    }

    @Test
    void aPhoneRingsForWhoSignedInAtIt() throws Exception {
        mailbox("ext-101");
        try (var sound = new RtpPhone();
                var desk = new PaperPhone(exchange, "100", sound.describe());
                var carla = new PaperPhone(exchange, "102")) {
            assertThat(desk.phone.register(600).status()).isEqualTo(200);
            long before = exchange.media.load().sent();
            PaperPhone.Attempt call = desk.call("*90");
            assertThat(call.status()).isEqualTo(200);
            says(before);
            desk.press(call.answer(), 20, "101#" + PIN + "#");
            desk.hangUp();
            assertThat(exchange.phones
                            .ofDevice(exchange.portal, "account-100")
                            .orElseThrow()
                            .number())
                    .isEqualTo("101");
            await().atMost(PATIENCE).until(() -> exchange.records.size() == 1);
            assertThat(exchange.records.get(0).path())
                    .anySatisfy(step -> assertThat(step.decision().reason()).isEqualTo("signed-in"));

            Future<SipRequest> rings = threads.submit(desk::take);
            assertThat(carla.call("101").status()).isEqualTo(200);
            assertThat(rings.get().headers().text("From")).contains("102");
        }
    }

    @Test
    void anAssistantIsHeardOnceItsGreetingWasSpoken() throws Exception {
        mailbox("ext-100");
        try (var sound = new RtpPhone();
                var anna = new PaperPhone(exchange, "100", sound.describe())) {
            PaperPhone.Attempt call = anna.call("*94");
            SipResponse talks = call.answer();
            assertThat(call.status()).isEqualTo(200);
            byte[] voice = new byte[160];
            Arrays.fill(voice, (byte) 0x35);
            sound.talk(RtpPhone.target(new String(talks.body(), StandardCharsets.UTF_8)), 8, 160, i -> voice);
            await().atMost(PATIENCE).until(() -> slice.largest() > 4_000);
            long before = exchange.media.load().sent();
            int next = anna.press(talks, 20, "#");
            says(before);
            anna.press(talks, next, "1");
            anna.hangUp();
            await().atMost(PATIENCE).until(() -> exchange.records.size() == 1);
            assertThat(exchange.records.get(0).path())
                    .anySatisfy(step -> assertThat(step.decision().reason()).isEqualTo("greeting"))
                    .anySatisfy(step -> assertThat(step.decision().reason()).isEqualTo("on"));
            assertThat(exchange.phones
                            .services(exchange.portal, "ext-100")
                            .assistant()
                            .filter(Assistant::on))
                    .isPresent();
        }
    }
}
