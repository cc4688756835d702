package org.patchbay.phonemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.DtmfTones;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.Goertzel;
import org.patchbay.phonemedia.sound.WavReader;
import org.patchbay.testing.phonemedia.RecordedKeys;
import org.patchbay.testing.phonemedia.RtpPhone;

/** Phones hear tones of each other through the whole service. */
class SoundTest {

    private static final PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000002");
    private static final double LOUD = 4_000;
    private static final double QUIET = 400;

    private final PhoneMediaService media = TestMedia.open(32_000, 40, 1);
    private final RtpPhone phone = new RtpPhone();
    private final RtpPhone other = new RtpPhone();
    private final RecordedKeys keys = new RecordedKeys();
    private final RecordedKeys otherKeys = new RecordedKeys();

    @AfterEach
    void stop() {
        phone.close();
        other.close();
        media.stop();
    }

    /** A port and where its sound is to be sent. */
    private record Line(MediaPort port, InetSocketAddress to) {}

    private Line line(RtpPhone at, RecordedKeys listener, String formats, String... attributes) {
        MediaPort port = media.open(PORTAL, PortProfile.PLAIN, listener);
        port.remoteOffer(at.describe(formats, attributes));
        return new Line(port, RtpPhone.target(port.answer(Optional.empty())));
    }

    private Line line(RtpPhone at, RecordedKeys listener) {
        return line(at, listener, "RTP/AVP 8 101", "rtpmap:101 telephone-event/8000");
    }

    @Test
    void oneLawBecomesTheOther() {
        Line a = line(phone, keys, "RTP/AVP 0");
        Line b = line(other, otherKeys, "RTP/AVP 8");
        a.port().connect(b.port());
        phone.talk(a.to(), 0, 160, i -> TestMedia.tone(Codec.PCMU, 440, i));
        other.talk(b.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 1_000, i));
        other.await("the caller's tone", () -> TestMedia.heard(other, 440) > LOUD);
        phone.await("the called one's tone", () -> TestMedia.heard(phone, 1_000) > LOUD);
        assertThat(TestMedia.heard(phone, 440)).isLessThan(QUIET);
        assertThat(phone.received()).allMatch(packet -> packet.payloadType() == 0);
    }

    @Test
    void aPhoneThatIsConnectedToItselfHearsItself() {
        Line a = line(phone, keys);
        a.port().connect(a.port());
        phone.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
        phone.await("the own tone", () -> TestMedia.heard(phone, 440) > LOUD);
        a.port().disconnect();
        phone.forget();
        a.port().play(List.of(new Prompt.Tone(Prompt.Tone.Kind.BEEP, "de", Duration.ofMillis(200))), false);
        phone.await("the end of the tone", () -> keys.timesPlayed() == 1);
        phone.forget();
        assertThat(TestMedia.heard(phone, 440)).isLessThan(QUIET);
    }

    @Test
    void aNewSourceGoesOnInOneStream() {
        Line a = line(phone, keys);
        Line b = line(other, otherKeys);
        a.port().connect(b.port());
        phone.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
        other.awaitPackets(10);
        phone.restart();
        other.awaitPackets(30);
        b.port().play(List.of(new Prompt.Tone(Prompt.Tone.Kind.BEEP, "de", Duration.ofMillis(200))), false);
        other.await("the end of the tone", () -> otherKeys.timesPlayed() == 1);
        other.forget();
        other.awaitPackets(10);
        b.port().close();
        var all = other.received();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).ssrc()).isEqualTo(all.get(0).ssrc());
            assertThat(all.get(i).sequence() - all.get(i - 1).sequence() & 0xFFFF)
                    .isEqualTo(1);
            assertThat(all.get(i).timestamp() - all.get(i - 1).timestamp()).isPositive();
        }
    }

    @Test
    void numbersOfEventsAreTranslated() {
        Line a = line(phone, keys);
        Line b = line(other, otherKeys, "RTP/AVP 8 96", "rtpmap:96 telephone-event/8000");
        a.port().connect(b.port());
        phone.send(a.to(), 8, true, TestMedia.tone(Codec.PCMA, 440, 0), 160);
        phone.send(a.to(), 101, true, new byte[] {7, 10, 0, (byte) 160}, 160);
        other.await("the event", () -> other.received().stream()
                .anyMatch(packet -> packet.payloadType() == 96 && packet.payload()[0] == 7));
        phone.await("the key", () -> keys.pressed().equals("7"));
    }

    @Test
    void keysAreHeardInTheSoundWhereNothingElseWasAgreedOn() {
        Line a = line(phone, keys, "RTP/AVP 8");
        var tone = DtmfTones.press('9', 1_000);
        short[] frame = new short[Frame.SAMPLES];
        phone.talk(a.to(), 8, 160, i -> {
            byte[] payload = new byte[Frame.SAMPLES];
            if (i >= 10 && i < 16) {
                tone.next(frame);
            } else {
                Arrays.fill(frame, (short) 0);
            }
            G711.encode(Codec.PCMA, frame, Frame.SAMPLES, payload, 0);
            return payload;
        });
        phone.await("the key", () -> keys.pressed().equals("9"));
    }

    @Test
    void aStrangerIsNeitherHeardNorSentTo() {
        Line a = line(phone, keys);
        Line b = line(other, otherKeys);
        a.port().connect(b.port());
        phone.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
        other.await("the caller's tone", () -> TestMedia.heard(other, 440) > LOUD);
        long refused = media.load().refused();
        try (var stranger = new RtpPhone()) {
            stranger.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 2_000, i));
            other.await("the stranger is refused", () -> media.load().refused() > refused + 20);
            assertThat(TestMedia.heard(other, 2_000)).isLessThan(QUIET);
            assertThat(TestMedia.heard(other, 440)).isGreaterThan(LOUD);
            other.send(b.to(), 8, true, TestMedia.tone(Codec.PCMA, 500, 0), 160);
            phone.awaitPackets(1);
            assertThat(stranger.received()).isEmpty();
        }
    }

    @Test
    void aPhoneBehindNatIsFound() {
        try (var behind = new RtpPhone()) {
            Line a = line(phone, keys); // says the address of another socket than it sends from
            Line b = line(other, otherKeys);
            a.port().connect(b.port());
            behind.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
            other.await("its tone", () -> TestMedia.heard(other, 440) > LOUD);
            other.talk(b.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 700, i));
            behind.await("the other's tone", () -> TestMedia.heard(behind, 700) > LOUD);
        }
    }

    @Test
    void garbageChangesNothing() {
        Line a = line(phone, keys);
        Line b = line(other, otherKeys);
        a.port().connect(b.port());
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && i % 2 == 0) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3F));
            }
            phone.sendRaw(a.to(), bytes);
            phone.sendRaw(new InetSocketAddress(a.to().getAddress(), a.to().getPort() + 1), bytes);
        }
        phone.restart();
        phone.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 440, i));
        other.await("the tone", () -> TestMedia.heard(other, 440) > LOUD);
    }

    @Test
    void aReplayedPacketIsHeardOnce() {
        Line a = line(phone, keys);
        Line b = line(other, otherKeys);
        a.port().connect(b.port());
        byte[] first = RtpPhone.packet(8, true, 1, 160, 5, TestMedia.tone(Codec.PCMA, 440, 0));
        byte[] second = RtpPhone.packet(8, false, 2, 320, 5, TestMedia.tone(Codec.PCMA, 440, 1));
        for (int i = 0; i < 5; i++) {
            phone.sendRaw(a.to(), first);
        }
        phone.sendRaw(a.to(), second);
        other.awaitPackets(2);
        phone.sendRaw(a.to(), RtpPhone.packet(8, false, 3, 480, 5, TestMedia.tone(Codec.PCMA, 440, 2)));
        other.awaitPackets(3);
        assertThat(other.received()).hasSize(3);
        assertThat(a.port().quality().lost()).isZero();
    }

    @Test
    void countsWhatIsLost() {
        Line a = line(phone, keys);
        for (int i = 1; i <= 100; i++) {
            if (i % 10 != 0) {
                phone.sendRaw(a.to(), RtpPhone.packet(8, i == 1, i, 160 * i, 5, TestMedia.tone(Codec.PCMA, 440, i)));
            }
        }
        phone.sendRaw(a.to(), RtpPhone.packet(8, false, 101, 160 * 101, 5, TestMedia.tone(Codec.PCMA, 440, 101)));
        phone.await("all", () -> a.port().quality().received() == 91);
        PortQuality quality = a.port().quality();
        assertThat(quality.lost()).isEqualTo(10);
        assertThat(quality.codec()).isEqualTo("PCMA");
        assertThat(quality.mos()).isBetween(1.0, 4.0);
    }

    @Test
    void aPhoneThatVanishesIsTold() {
        Line a = line(phone, keys);
        phone.send(a.to(), 8, true, TestMedia.tone(Codec.PCMA, 440, 0), 160);
        phone.await("nothing more comes", () -> keys.timesSilent() == 1);
    }

    @Test
    void aConferenceHearsAllOthersAndNobodyHimself() {
        try (var third = new RtpPhone()) {
            Line a = line(phone, keys);
            Line b = line(other, otherKeys);
            Line c = line(third, new RecordedKeys());
            Mixer mixer = media.mixer(PORTAL);
            mixer.join(a.port(), Mixer.Ear.SPEAKS);
            mixer.join(b.port(), Mixer.Ear.COACHED);
            mixer.join(c.port(), Mixer.Ear.WHISPERS);
            phone.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 500, i));
            other.talk(b.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 900, i));
            third.talk(c.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 1_500, i));
            third.await("both", () -> TestMedia.heard(third, 500) > LOUD && TestMedia.heard(third, 900) > LOUD);
            other.await("whispers", () -> TestMedia.heard(other, 500) > LOUD && TestMedia.heard(other, 1_500) > LOUD);
            phone.await("who is coached", () -> TestMedia.heard(phone, 900) > LOUD);
            assertThat(TestMedia.heard(phone, 500)).isLessThan(QUIET);
            assertThat(TestMedia.heard(phone, 1_500)).isLessThan(QUIET);
            mixer.change(c.port(), Mixer.Ear.LISTENS);
            other.await("no whispers", () -> TestMedia.heard(other, 1_500) < QUIET);
            a.port().connect(b.port());
            third.await("both left", () -> TestMedia.heard(third, 500) < QUIET);
            mixer.close();
        }
    }

    @Test
    void recordsBothDirections(@TempDir Path folder) throws IOException {
        Line a = line(phone, keys);
        Line b = line(other, otherKeys);
        a.port().connect(b.port());
        Path file = folder.resolve("call.wav");
        PortRecording recording = a.port().record(file);
        phone.talk(a.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 500, i));
        other.talk(b.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 900, i));
        phone.await("a second on the disk", () -> file.toFile().length() > 20_000);
        assertMixed(file); // before it is closed, as after a kill
        Duration length = recording.close();
        assertThat(length).isGreaterThan(Duration.ofMillis(900));
        assertThat(Files.size(file)).isEqualTo(58 + length.toMillis() * 16);
        assertMixed(file);
    }

    private static void assertMixed(Path file) throws IOException {
        try (var reader = WavReader.open(file)) {
            short[] samples = new short[8_000];
            assertThat(reader.read(samples, 8_000)).isEqualTo(8_000);
            short[] end = Arrays.copyOfRange(samples, 4_800, 8_000);
            assertThat(Goertzel.amplitude(500, end, end.length)).isGreaterThan(LOUD / 2);
            assertThat(Goertzel.amplitude(900, end, end.length)).isGreaterThan(LOUD / 2);
        }
    }

    @Test
    void aRecordingInAFolderThatIsNotThereIsRefused(@TempDir Path folder) {
        Line a = line(phone, keys);
        assertThatThrownBy(() -> a.port().record(folder.resolve("no/such.wav"))).isInstanceOf(PatchbayException.class);
    }

    @Test
    void opusBecomesG711AndBack() {
        try (var first = new OpusPhone();
                var g711 = new RtpPhone()) {
            Line a = line(first.phone(), keys, "RTP/AVP 111", "rtpmap:111 opus/48000/2");
            Line b = line(g711, otherKeys, "RTP/AVP 8");
            a.port().connect(b.port());
            first.talk(a.to(), 600);
            g711.await("the tone", () -> TestMedia.heard(g711, 600) > LOUD / 2);
            g711.talk(b.to(), 8, 160, i -> TestMedia.tone(Codec.PCMA, 900, i));
            first.phone().await("the answer", () -> first.heard(900) > LOUD / 2);
        }
    }

    @Test
    void playsSentencesDigitsAndFiles(@TempDir Path folder) throws IOException {
        Line a = line(phone, keys);
        Path file = folder.resolve("tone.wav");
        Files.write(file, TestWav.of(16_000, 1, 700, 16_000));
        a.port()
                .play(
                        List.of(
                                new Prompt.Digits("1", "de"),
                                new Prompt.Sentence("please-hold", "fr"),
                                new Prompt.Silence(Duration.ofMillis(40)),
                                new Prompt.File(file)),
                        false);
        phone.await("the file", () -> TestMedia.heard(phone, 700) > LOUD);
        phone.await("its end", () -> keys.timesPlayed() == 1);
        assertThat(phone.received()).hasSizeGreaterThan(52);
    }

    @Test
    void musicGoesOnUntilStopped() {
        Line a = line(phone, keys);
        a.port().play(List.of(new Prompt.Music()), true);
        phone.awaitPackets(50);
        a.port().stopPlaying();
        a.port().digits("1");
        phone.await("keys after it", () -> phone.received().stream().anyMatch(packet -> packet.payloadType() == 101));
        assertThat(keys.timesPlayed()).isZero();
    }
}
