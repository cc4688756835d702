package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.RoomSound;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.Goertzel;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;
import org.patchbay.testing.media.TestConference;
import org.patchbay.testing.media.TestConference.Member;
import org.patchbay.testing.phonemedia.RecordedKeys;
import org.patchbay.testing.phonemedia.RtpPhone;

/** A phone in the clear and who is on a bridge hear each other. */
interface PhoneContract {

    PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000004");
    double LOUD = 2_000;
    double QUIET = 300;
    int FRAMES = 20;
    int TONE = 900;
    int PCMA = 8;
    Duration PATIENCE = Duration.ofMinutes(2);
    Duration PACE = Duration.ofMillis(200);

    MediaBridge bridge();

    PhoneMedia phones();

    @Test
    default void aPhoneAndAPeerHearEachOther() throws Exception {
        try (var conference = new TestConference(bridge(), LoopbackPeer::new);
                var phone = new RtpPhone()) {
            Member alice = conference.join("aaaa0001", 1_000);
            conference.awaitConnected(alice);
            Talker talker = Talker.voice(alice);
            MediaPort port = phones().open(PORTAL, PortProfile.PLAIN, new RecordedKeys());
            port.remoteOffer(phone.describe());
            phone.talk(RtpPhone.target(port.answer(Optional.empty())), PCMA, Frame.SAMPLES, PhoneContract::tone);
            var pool = new OpusPool(1);
            var speaker = Executors.newSingleThreadScheduledExecutor();
            RoomSound room = phones().room(port);
            try {
                enter(conference, room);
                var unused = speaker.scheduleAtFixedRate(talker::send, 0, 10, TimeUnit.MILLISECONDS);
                await().atMost(PATIENCE).pollInterval(PACE).untilAsserted(() -> {
                    assertThat(heardBy(alice, pool)).as("the phone at the peer").isGreaterThan(LOUD);
                    assertThat(heardBy(phone, Talker.note(alice)))
                            .as("the peer in the phone")
                            .isGreaterThan(LOUD);
                });
                assertThat(heardBy(phone, TONE))
                        .as("the phone does not hear itself")
                        .isLessThan(QUIET);
                assertThat(conference.events().gone()).isEmpty();
            } finally {
                speaker.shutdownNow();
                room.close();
                port.close();
            }
        }
    }

    private void enter(TestConference conference, RoomSound room) throws BridgeException {
        var id = new EndpointId("bbbb0001");
        String answer = room.answer(offer(bridge().addEndpoint(conference.id(), id, EndpointOptions.standard())));
        bridge().setRemoteTransport(
                        conference.id(),
                        id,
                        new RemoteTransport(
                                value(answer, "a=ice-ufrag:"),
                                value(answer, "a=ice-pwd:"),
                                new Fingerprint(value(answer, "a=fingerprint:sha-256 ")),
                                List.of()));
        bridge().setSources(conference.id(), id, List.of(Source.audio(id, room.ssrc())));
    }

    /** What of the offer of a room tells where the bridge is. */
    private static String offer(Transport bridge) {
        var text = new StringBuilder("v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n");
        text.append("a=ice-ufrag:").append(bridge.ufrag()).append("\r\n");
        text.append("a=ice-pwd:").append(bridge.pwd()).append("\r\n");
        text.append("a=fingerprint:sha-256 ")
                .append(bridge.fingerprint().value())
                .append("\r\n");
        bridge.candidates().forEach(one -> text.append("a=").append(one.toSdp()).append("\r\n"));
        return text.toString();
    }

    private static String value(String answer, String attribute) {
        return answer.lines()
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] tone(int number) {
        var samples = new short[Frame.SAMPLES];
        for (int i = 0; i < Frame.SAMPLES; i++) {
            double seconds = ((double) number * Frame.SAMPLES + i) / Frame.RATE;
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * TONE * seconds));
        }
        var payload = new byte[Frame.SAMPLES];
        G711.encode(Codec.PCMA, samples, Frame.SAMPLES, payload, 0);
        return payload;
    }

    /** The amplitude of the phone's tone in what a peer got last. */
    private static double heardBy(Member member, OpusPool pool) {
        var sound = member.peer().received().stream()
                .filter(packet -> packet.payloadType() == PayloadType.OPUS.number() && !packet.retransmitted())
                .toList();
        if (sound.size() < FRAMES) {
            return 0;
        }
        var samples = new short[FRAMES * Frame.SAMPLES];
        var frame = new short[OpusPool.LONGEST];
        int at = 0;
        try (OpusPool.Decoder decoder = pool.decoder().orElseThrow()) {
            for (var packet : sound.subList(sound.size() - FRAMES, sound.size())) {
                byte[] payload = HexFormat.of().parseHex(packet.payload());
                int count = Math.min(decoder.decode(payload, 0, payload.length, frame), samples.length - at);
                System.arraycopy(frame, 0, samples, at, count);
                at += count;
            }
        }
        return Goertzel.amplitude(TONE, samples, at);
    }

    /** The amplitude of a tone in what the phone got last. */
    private static double heardBy(RtpPhone phone, double frequency) {
        var sound = phone.received();
        if (sound.size() < FRAMES) {
            return 0;
        }
        var samples = new short[FRAMES * Frame.SAMPLES];
        var frame = new short[Frame.SAMPLES];
        int at = 0;
        for (var packet : sound.subList(sound.size() - FRAMES, sound.size())) {
            G711.decode(Codec.PCMA, packet.payload(), 0, Frame.SAMPLES, frame);
            System.arraycopy(frame, 0, samples, at, Frame.SAMPLES);
            at += Frame.SAMPLES;
        }
        return Goertzel.amplitude(frequency, samples, at);
    }
}
