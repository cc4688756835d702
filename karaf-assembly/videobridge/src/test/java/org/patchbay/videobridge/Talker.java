package org.patchbay.videobridge;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.testing.media.MediaPeer;
import org.patchbay.testing.media.TestConference.Member;

/** A member who is heard and seen: a note in Opus and clips in VP8, in real time. For one thread. */
final class Talker {

    private static final long SOUND_NANOS = 20_000_000;
    private static final long PICTURE_NANOS = 1_000_000_000 / 30;
    private static final int SAMPLES = 960;

    /** A report after as many packets of sound, or pictures. */
    private static final int REPORT = 40;

    private final Member member;
    private final List<Layer> layers;
    private final OpusEncoder encoder;
    private final Stream sound;
    private final long began = System.nanoTime();
    private long sounds;
    private long pictures;
    private int most;

    /** With a voice alone. */
    static Talker voice(Member member) {
        return new Talker(member, List.of());
    }

    /** With a camera in one layer. */
    static Talker with(Member member, Clip clip) {
        return new Talker(member, List.of(new Layer(member.peer(), member.camera(), clip)));
    }

    /** With a camera in three layers, smallest first. */
    static Talker with(Member member, List<Clip> clips) {
        return new Talker(
                member,
                List.of(
                        new Layer(member.peer(), member.layers().get(0), clips.get(0)),
                        new Layer(member.peer(), member.layers().get(1), clips.get(1)),
                        new Layer(member.peer(), member.layers().get(2), clips.get(2))));
    }

    private Talker(Member member, List<Layer> layers) {
        this.member = member;
        this.layers = layers;
        this.most = layers.size();
        this.sound = new Stream(member.peer(), member.audio(), PayloadType.OPUS);
        try {
            encoder = new OpusEncoder(48_000, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
        } catch (OpusException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends only so many layers, the smallest, from now on. */
    void limit(int layersSent) {
        most = layersSent;
    }

    /** For how long it has talked. */
    Duration talked() {
        return Duration.ofNanos(sounds * SOUND_NANOS);
    }

    /** Sends what is due by now. */
    void send() {
        long age = System.nanoTime() - began;
        for (; sounds * SOUND_NANOS < age; sounds++) {
            if (sounds % REPORT == 0) {
                sound.report();
            }
            sound.send(false, 20, note());
            sound.tick(SAMPLES);
        }
        for (; pictures * PICTURE_NANOS < age; pictures++) {
            // As browsers do it, a key frame of one layer is one of all.
            if (layers.stream().filter(Layer::isAskedForKeyFrame).count() > 0) {
                layers.forEach(layer -> layer.next = 0);
            }
            boolean report = pictures % REPORT == 0;
            layers.subList(0, most).forEach(layer -> layer.picture(report));
            layers.forEach(Layer::tick);
        }
    }

    /** The frequency of what a member says, in hertz. */
    static double note(Member member) {
        return 300 + member.audio() / 100.0;
    }

    private byte[] note() {
        var samples = new short[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double seconds = (sounds * SAMPLES + i) / 48_000.0;
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * note(member) * seconds));
        }
        var packet = new byte[1_275];
        try {
            return Arrays.copyOf(packet, encoder.encode(samples, 0, SAMPLES, packet, 0, packet.length));
        } catch (OpusException e) {
            throw new AssertionError(e);
        }
    }

    /** One SSRC. */
    private static final class Stream {
        private final MediaPeer peer;
        private final long ssrc;
        private final PayloadType type;
        private int sequence;
        private int timestamp;

        Stream(MediaPeer peer, long ssrc, PayloadType type) {
            this.peer = peer;
            this.ssrc = ssrc;
            this.type = type;
            this.sequence = (int) ssrc;
            this.timestamp = (int) (ssrc * 7_919);
        }

        void send(boolean marker, int level, byte[] payload) {
            var packet = ByteBuffer.allocate(20 + payload.length);
            packet.put((byte) 0x90).put((byte) (type.number() | (marker ? 0x80 : 0)));
            packet.putShort((short) ++sequence).putInt(timestamp).putInt((int) ssrc);
            packet.putShort((short) 0xBEDE).putShort((short) 1);
            packet.put((byte) (level < 0 ? 0 : 0x10)).put((byte) Math.max(level, 0));
            packet.putShort((short) 0).put(payload).flip();
            peer.sendRtp(packet);
        }

        void tick(int ticks) {
            timestamp += ticks;
        }

        void report() {
            Instant now = Instant.now();
            long ntp = ((now.getEpochSecond() + 2_208_988_800L) << 32) | (((long) now.getNano() << 32) / 1_000_000_000);
            peer.sendSenderReport(ssrc, ntp, timestamp);
        }
    }

    /** A clip again and again, from its key frame whenever one is asked for. */
    private static final class Layer {
        private static final int MOST = 1_000;

        private final Stream stream;
        private final Clip clip;
        private int next;
        private int asked;
        private int pictureId;
        private int keyFrames;

        Layer(MediaPeer peer, long ssrc, Clip clip) {
            this.stream = new Stream(peer, ssrc, PayloadType.VP8);
            this.clip = clip;
        }

        boolean isAskedForKeyFrame() {
            int before = asked;
            asked = stream.peer.pictureLosses(stream.ssrc);
            return asked > before;
        }

        void tick() {
            next = (next + 1) % clip.frames().size();
            stream.tick(3_000);
        }

        void picture(boolean report) {
            if (report) {
                stream.report();
            }
            byte[] frame = clip.frames().get(next);
            pictureId++;
            keyFrames++;
            for (int at = 0; at < frame.length; at += MOST) {
                int end = Math.min(frame.length, at + MOST);
                // Start of a partition, then numbers of the picture and of its base layer (RFC 7741, section 4.2).
                ByteBuffer payload = ByteBuffer.allocate(6 + end - at)
                        .put((byte) (at == 0 ? 0x90 : 0x80))
                        .put((byte) 0xE0)
                        .putShort((short) (0x8000 | pictureId))
                        .put((byte) keyFrames)
                        .put((byte) 0)
                        .put(frame, at, end - at);
                stream.send(end == frame.length, -1, payload.array());
            }
        }
    }
}
