package org.patchbay.testing.phonemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.Prompt;

/** What every phone media must do, with phones on loopback. */
public interface PhoneMediaContract {

    PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000001");

    /** The media under test, with at most 20 ports. */
    PhoneMedia media();

    private MediaPort answered(RtpPhone phone, RecordedKeys keys) {
        MediaPort port = media().open(PORTAL, PortProfile.PLAIN, keys);
        port.remoteOffer(phone.describe());
        return port;
    }

    private static byte[] payload(int marked) {
        byte[] bytes = new byte[160];
        Arrays.fill(bytes, (byte) 0xD5);
        bytes[0] = (byte) marked;
        return bytes;
    }

    private static boolean heard(RtpPhone phone, int marked) {
        return phone.received().stream().anyMatch(packet -> packet.payload()[0] == (byte) marked);
    }

    @Test
    default void answersWithTheCodecsOfTheOther() {
        try (var phone = new RtpPhone();
                var other = new RtpPhone()) {
            MediaPort port = answered(phone, new RecordedKeys());
            MediaPort called = media().open(PORTAL, PortProfile.PLAIN, new RecordedKeys());
            assertThat(called.offer(Optional.of(port))).contains("m=audio ").contains("a=rtpmap:8 PCMA/8000");
            called.remoteAnswer(other.describe("RTP/AVP 0"));
            assertThat(port.answer(Optional.of(called))).containsPattern("m=audio \\d+ RTP/AVP 0 8 101");
            port.close();
            called.close();
        }
    }

    @Test
    default void nonsenseLeavesEverythingAsItWas() {
        try (var phone = new RtpPhone()) {
            MediaPort port = answered(phone, new RecordedKeys());
            for (String text : List.of("", "v=0", "v=0\r\nm=audio x RTP/AVP 0", phone.describe("RTP/AVP 18"))) {
                assertThatThrownBy(() -> port.remoteOffer(text))
                        .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                                .isEqualTo(Problem.INVALID));
            }
            assertThat(port.answer(Optional.empty())).contains("m=audio ");
            port.close();
        }
    }

    @Test
    default void carriesSoundBothWays() {
        try (var phone = new RtpPhone();
                var other = new RtpPhone()) {
            var keys = new RecordedKeys();
            MediaPort port = answered(phone, keys);
            MediaPort called = media().open(PORTAL, PortProfile.PLAIN, new RecordedKeys());
            String offer = called.offer(Optional.of(port));
            called.remoteAnswer(other.describe());
            String answer = port.answer(Optional.of(called));
            port.connect(called);
            phone.talk(RtpPhone.target(answer), 8, 160, i -> payload(0x11));
            other.talk(RtpPhone.target(offer), 8, 160, i -> payload(0x22));
            phone.await("sound at the caller", () -> heard(phone, 0x22));
            other.await("sound at the called", () -> heard(other, 0x11));
            phone.await("the listener hears of it", () -> keys.timesFlowing() == 1);
            port.disconnect();
            port.close();
            called.close();
        }
    }

    @Test
    default void tellsEachKeyOnce() {
        try (var phone = new RtpPhone()) {
            var keys = new RecordedKeys();
            MediaPort port = answered(phone, keys);
            InetSocketAddress to = RtpPhone.target(port.answer(Optional.empty()));
            phone.send(to, 8, true, payload(0), 160);
            int at = 10;
            for (int event : new int[] {1, 1, 11}) {
                for (int i = 1; i <= 6; i++) {
                    byte[] bytes = ByteBuffer.allocate(4)
                            .put((byte) event)
                            .put((byte) (i > 3 ? 0x8A : 0x0A))
                            .putShort((short) (160 * Math.min(i, 4)))
                            .array();
                    phone.sendRaw(to, RtpPhone.packet(101, i == 1, at, 16_000 * event + at / 100, 99, bytes));
                    at++;
                }
                at += 100;
            }
            phone.await("three keys", () -> keys.pressed().equals("11#"));
            port.close();
        }
    }

    @Test
    default void pressesKeysAndPlays() {
        try (var phone = new RtpPhone()) {
            var keys = new RecordedKeys();
            MediaPort port = answered(phone, keys);
            port.answer(Optional.empty());
            port.digits("5");
            phone.await(
                    "the end of a key, three times",
                    () -> phone.received().stream()
                                    .filter(packet -> packet.payloadType() == 101
                                            && packet.payload()[0] == 5
                                            && (packet.payload()[1] & 0x80) != 0)
                                    .count()
                            == 3);
            port.play(List.of(new Prompt.Tone(Prompt.Tone.Kind.BEEP, "de", Duration.ofMillis(100))), false);
            phone.await(
                    "a tone of 100 ms",
                    () -> phone.received().stream()
                                    .filter(packet -> packet.payloadType() == 8)
                                    .count()
                            == 5);
            phone.await("its end is told", () -> keys.timesPlayed() == 1);
            port.close();
        }
    }

    @Test
    default void tellsWhoHolds() {
        try (var phone = new RtpPhone()) {
            MediaPort port = answered(phone, new RecordedKeys());
            port.answer(Optional.empty());
            assertThat(port.held()).isFalse();
            port.remoteOffer(phone.describe("RTP/AVP 8", "sendonly"));
            assertThat(port.answer(Optional.empty())).contains("a=recvonly");
            assertThat(port.held()).isTrue();
            port.hold(true);
            assertThat(port.offer(Optional.empty())).contains("a=sendonly");
            port.close();
        }
    }

    @Test
    default void takesNoMoreThanItCan() {
        List<MediaPort> open = new ArrayList<>();
        int capacity = media().load().capacity();
        for (int i = media().load().ports(); i < capacity; i++) {
            open.add(media().open(PORTAL, PortProfile.PLAIN, new RecordedKeys()));
        }
        assertThatThrownBy(() -> media().open(PORTAL, PortProfile.PLAIN, new RecordedKeys()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.LIMITED));
        open.forEach(MediaPort::close);
        media().open(PORTAL, PortProfile.PLAIN, new RecordedKeys()).close();
        assertThat(media().load().ports()).isZero();
    }
}
