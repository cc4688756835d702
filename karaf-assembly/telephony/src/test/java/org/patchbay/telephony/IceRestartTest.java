package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.phonemedia.sdp.MediaDescription;
import org.patchbay.phonemedia.sdp.SdpReader;
import org.patchbay.phonemedia.srtp.BrowserEnd;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.testing.phonemedia.RtpPhone;

/** A browser in a call goes to another network: ICE restarts by a re-INVITE, and the call goes on. */
final class IceRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SECURE = "UDP/TLS/RTP/SAVPF 8 101";

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static String body(SipResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static MediaDescription sound(SipResponse response) {
        return SdpReader.read(body(response)).media().get(0);
    }

    private static byte[] payload(int mark) {
        byte[] bytes = new byte[160];
        Arrays.fill(bytes, (byte) mark);
        return bytes;
    }

    private static void hears(RtpPhone phone, int mark) {
        phone.await("sound " + mark, PATIENCE, () -> phone.received().stream()
                .anyMatch(packet -> Arrays.equals(packet.payload(), payload(mark))));
    }

    @Test
    void soundGoesOnFromTheOtherNetwork() throws Exception {
        try (var browserSound = new RtpPhone();
                var elsewhere = new RtpPhone();
                var deskSound = new RtpPhone();
                var exchange = new TelephoneExchange(folder)) {
            var unknown = BrowserEnd.unbound(browserSound);
            String offer = browserSound.describe(SECURE, unknown.attributes("actpass"));
            try (var anna = new PaperPhone(exchange, "100", offer);
                    var bob = new PaperPhone(exchange, "101", deskSound.describe("RTP/AVP 8"))) {
                assertThat(bob.phone.register(600).status()).isEqualTo(200);
                Future<SipRequest> taken = threads.submit(bob::take);
                PaperPhone.Attempt call = anna.call("101");
                assertThat(call.status()).isEqualTo(200);
                InetSocketAddress to = RtpPhone.target(body(call.answer()));
                try (var browser = unknown.bind(sound(call.answer()), to)) {
                    browser.connect();
                    browserSound.talk(to, 8, 160, i -> payload(1));
                    SipRequest invited = taken.get();
                    deskSound.talk(
                            RtpPhone.target(new String(invited.body(), StandardCharsets.UTF_8)),
                            8,
                            160,
                            i -> payload(2));
                    hears(deskSound, 1);
                    hears(browserSound, 2);

                    SipResponse again = anna.renegotiate(
                            call.answer(), 20, browserSound.describe(SECURE, browser.restarting("actpass")));
                    assertThat(again.status()).isEqualTo(200);
                    assertThat(sound(again).ufrag())
                            .isNotEqualTo(sound(call.answer()).ufrag());
                    browserSound.forget();
                    hears(browserSound, 2);
                    browserSound.beQuiet();
                    try (var moved = browser.moves(elsewhere, sound(again))) {
                        elsewhere.talk(to, 8, 160, i -> payload(3));
                        hears(elsewhere, 2);
                        hears(deskSound, 3);
                        assertThat(browser.isAnsweredBefore(moved)).isFalse();
                    }
                }
                assertThat(exchange.board.of(exchange.portal)).hasSize(1);
                assertThat(exchange.records).isEmpty();
            }
        }
    }
}
