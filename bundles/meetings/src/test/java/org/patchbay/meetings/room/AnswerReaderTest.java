package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.RemoteTransport;

final class AnswerReaderTest {

    private static final String FINGERPRINT = "AB:".repeat(31) + "CD";
    private static final String ANSWER = String.join(
            "\r\n",
            "v=0",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "a=candidate:1 1 udp 2113937151 0a1b2c3d.local 50000 typ host generation 0",
            "a=candidate:2 1 tcp 1518280447 127.0.0.1 9 typ host tcptype active",
            "a=ice-ufrag:abcd",
            "a=ice-pwd:abcdefghijklmnopqrstuvwx",
            "a=fingerprint:sha-256 " + FINGERPRINT,
            "a=setup:active",
            "");

    @Test
    void readsTheTransport() {
        RemoteTransport transport = AnswerReader.read(ANSWER);

        assertThat(transport.ufrag()).isEqualTo("abcd");
        assertThat(transport.fingerprint().value()).isEqualTo(FINGERPRINT);
        assertThat(transport.candidates()).extracting(Candidate::address).containsExactly("0a1b2c3d.local");
    }

    @Test
    void refusesAnAnswerThatDoesNotConnect() {
        assertThatThrownBy(() -> AnswerReader.read(ANSWER.replace("setup:active", "setup:passive")))
                .isInstanceOf(PatchbayException.class)
                .hasMessageContaining("a=setup:active");
        assertThatThrownBy(() -> AnswerReader.read(ANSWER.replace("a=ice-pwd", "a=nothing")))
                .hasMessageContaining("a=ice-pwd");
        assertThatThrownBy(() -> AnswerReader.read(ANSWER.replace("sha-256", "md5")))
                .hasMessageContaining("sha-256");
        assertThatThrownBy(() -> AnswerReader.read("a".repeat(70_000))).hasMessageContaining("longer");
    }

    @Test
    void refusesGarbageWithoutAnythingElse() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = ANSWER.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            for (int n = 0; n < 8; n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String garbled = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            try {
                AnswerReader.read(garbled);
            } catch (PatchbayException refused) {
                assertThat(refused.problem().status()).isEqualTo(400);
            }
        }
    }
}
