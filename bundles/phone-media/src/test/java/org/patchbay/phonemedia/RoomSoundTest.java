package org.patchbay.phonemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.RoomSound;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.Goertzel;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.phonemedia.srtp.BridgeEnd;
import org.patchbay.testing.phonemedia.RecordedKeys;
import org.patchbay.testing.phonemedia.RtpPhone;

/** A phone in the clear and a room on a media bridge hear each other. */
class RoomSoundTest {

    private static final PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000004");
    private static final double LOUD = 3_000;
    private static final double QUIET = 300;
    private static final int HEADER = 12;

    private final PhoneMediaService media = TestMedia.open(33_500, 40, 30);
    private final RtpPhone phone = new RtpPhone();
    private final RtpPhone network = new RtpPhone();
    private final BridgeEnd bridge = new BridgeEnd(network);
    private final MediaPort port = media.open(PORTAL, PortProfile.PLAIN, new RecordedKeys());
    private final RoomSound room = media.room(port);
    private final OpusPool pool = new OpusPool(20);
    private volatile boolean over;

    @AfterEach
    void stop() {
        over = true;
        phone.close();
        network.close();
        media.stop();
    }

    private void talk() {
        port.remoteOffer(phone.describe());
        InetSocketAddress to = RtpPhone.target(port.answer(Optional.empty()));
        phone.talk(to, 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
    }

    /** The amplitude of a tone in what the room heard lately; only of streams with loudness and line in their header. */
    private double heardInRoom(double frequency) {
        List<RtpPhone.Received> last = network.received();
        if (last.size() < 25) {
            return 0;
        }
        var decoder = pool.decoder().orElseThrow();
        short[] samples = new short[25 * Frame.SAMPLES];
        short[] frame = new short[OpusPool.LONGEST];
        int at = 0;
        for (RtpPhone.Received packet : last.subList(last.size() - 25, last.size())) {
            assertThat(packet.ssrc() & 0xFFFF_FFFFL).isEqualTo(room.ssrc());
            assertThat(packet.payloadType()).isEqualTo(111);
            byte[] bytes = packet.payload();
            assertThat(ByteBuffer.wrap(bytes).getShort()).isEqualTo((short) 0xBEDE);
            assertThat(bytes[4]).isEqualTo((byte) 0x10);
            if ((bytes[5] & 0x7F) > 25) { // its level in -dBov
                decoder.close();
                return 0;
            }
            assertThat(bytes[6]).isEqualTo((byte) 0x40);
            assertThat(bytes[7]).isEqualTo((byte) '0');
            byte[] payload = Arrays.copyOfRange(bytes, 8, bytes.length);
            assertThat(decoder.decode(payload, 0, payload.length, frame)).isEqualTo(Frame.SAMPLES);
            System.arraycopy(frame, 0, samples, at, Frame.SAMPLES);
            at += Frame.SAMPLES;
        }
        decoder.close();
        return Goertzel.amplitude(frequency, samples, at);
    }

    /** Somebody in the room says a tone, in packets of this level. */
    private void speak(InetSocketAddress to, int ssrc, double frequency, int level, boolean redundant) {
        var encoder = pool.encoder().orElseThrow();
        var speaker = new Thread(() -> {
            byte[] opus = new byte[400];
            long due = System.nanoTime();
            for (int i = 0; !over; i++) {
                int length = encoder.encode(TestMedia.samples(frequency, i), opus, 0);
                var bytes = ByteBuffer.allocate(HEADER + 8 + 8 + length);
                bytes.put((byte) 0x90).put((byte) (redundant ? 63 : 111)).putShort((short) i);
                bytes.putInt(960 * i).putInt(ssrc);
                bytes.putShort((short) 0xBEDE).putShort((short) 1);
                bytes.put((byte) 0x10).put((byte) level).putShort((short) 0);
                if (redundant) { // two bytes of what was, then what is
                    bytes.put((byte) (0x80 | 111))
                            .put((byte) 0x0F)
                            .putShort((short) 2)
                            .put((byte) 111);
                    bytes.putShort((short) 0x7777);
                }
                bytes.put(opus, 0, length);
                network.sendRaw(to, Arrays.copyOf(bytes.array(), bytes.position()));
                due += TimeUnit.MILLISECONDS.toNanos(20);
                while (System.nanoTime() < due && !over) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
        });
        speaker.setDaemon(true);
        speaker.start();
    }

    @Test
    void soundGoesBothWays() throws IOException {
        talk();
        InetSocketAddress to = bridge.connect(room.answer(bridge.offer()));
        speak(to, 77, 900, 20, false);
        network.await("the phone in the room", () -> heardInRoom(440) > LOUD);
        phone.await("the room in the phone", () -> TestMedia.heard(phone, 900) > LOUD);
        assertThat(TestMedia.heard(phone, 440))
                .as("the phone does not hear itself")
                .isLessThan(QUIET);
        assertThat(room.flowing()).isTrue();
    }

    @Test
    void hearsWhoRepeatsThemselvesAgainstLoss() throws IOException {
        talk();
        speak(bridge.connect(room.answer(bridge.offer())), 78, 1_300, 20, true);
        phone.await("the room in the phone", () -> TestMedia.heard(phone, 1_300) > LOUD);
    }

    @Test
    void hearsTheFourLoudestOfMany() throws IOException {
        talk();
        InetSocketAddress to = bridge.connect(room.answer(bridge.offer()));
        double[] tones = {600, 900, 1_200, 1_500};
        speak(to, 99, 2_100, 80, false);
        for (int i = 0; i < tones.length; i++) {
            speak(to, 80 + i, tones[i], 20, false);
        }
        phone.await("four tones", () -> Arrays.stream(tones).allMatch(tone -> TestMedia.heard(phone, tone) > LOUD / 2));
        phone.await("the fifth is not heard", () -> TestMedia.heard(phone, 2_100) < QUIET);
    }

    @Test
    void beginsAnewByAFurtherOffer() throws IOException {
        talk();
        String first = room.answer(bridge.offer());
        bridge.connect(first);
        network.await("the phone in the room", () -> heardInRoom(440) > LOUD);
        String second = room.answer(bridge.offer());
        assertThat(second)
                .doesNotContain(first.lines()
                        .filter(line -> line.startsWith("a=ice-pwd:"))
                        .findFirst()
                        .orElseThrow());
        network.forget();
        bridge.connect(second);
        network.await("the phone in the room again", () -> heardInRoom(440) > LOUD);
    }

    @Test
    void refusesWhatIsNoOffer() {
        assertThatThrownBy(() -> room.answer("v=0\r\n")).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> room.answer("x".repeat(70_000))).isInstanceOf(PatchbayException.class);
    }

    @Test
    void takesSoManyPhonesAndNoMore() {
        for (int i = 1; i < 16; i++) {
            media.room(media.open(PORTAL, PortProfile.PLAIN, new RecordedKeys()));
        }
        MediaPort one = media.open(PORTAL, PortProfile.PLAIN, new RecordedKeys());
        assertThatThrownBy(() -> media.room(one)).hasMessageContaining("16");
        room.close();
        media.room(one).close();
    }
}
