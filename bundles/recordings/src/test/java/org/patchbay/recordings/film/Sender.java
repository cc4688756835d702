package org.patchbay.recordings.film;

import java.util.ArrayList;
import java.util.List;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;

/** Sends one source of somebody to a tap, in a time of its own. */
final class Sender {

    static final long MILLI = 1_000_000;

    private final Source source;
    private final long ssrc;
    private final MediaTap tap;
    private int sequence = 65_500;
    private long timestamp = 0xFFFF_F000L;

    Sender(MediaTap tap, Source source) {
        this(tap, source, source.ssrcs().get(0));
    }

    Sender(MediaTap tap, Source source, long ssrc) {
        this.tap = tap;
        this.source = source;
        this.ssrc = ssrc;
    }

    static Sender camera(MediaTap tap, String name) {
        return new Sender(tap, Source.camera(new EndpointId(name), 10, 11));
    }

    static Sender microphone(MediaTap tap, String name) {
        return new Sender(tap, Source.audio(new EndpointId(name), 20));
    }

    Source source() {
        return source;
    }

    long timestamp() {
        return timestamp & 0xFFFF_FFFFL;
    }

    void skip(int ticks) {
        timestamp += ticks;
    }

    /** Loses so many packets. */
    void lose(int packets) {
        sequence += packets;
    }

    /** Sends a frame as it arrives at that time. */
    void picture(PayloadType type, byte[] frame, boolean key, long nanos) {
        List<byte[]> payloads = new ArrayList<>(Packets.payloads(type, frame, key));
        for (int i = 0; i < payloads.size(); i++) {
            boolean last = i == payloads.size() - 1;
            tap.packet(source, ssrc, Packets.rtp(type, sequence++, timestamp, last, -1, payloads.get(i)), nanos);
        }
        timestamp += 90_000 / Clip.RATE;
    }

    /** Sends a whole clip, one frame after another in its time; key frames are where it has them. */
    void clip(Clip clip, long startNanos) {
        for (int i = 0; i < clip.frames().size(); i++) {
            picture(clip.type(), clip.frames().get(i), i % 30 == 0, startNanos + i * 1_000L * MILLI / Clip.RATE);
        }
    }

    void sound(PayloadType type, byte[] payload, int level, long nanos) {
        tap.packet(source, ssrc, Packets.rtp(type, sequence++, timestamp, false, level, payload), nanos);
        timestamp += 960;
    }

    /** Says what time its clock has now. */
    void report(long ntp, long at, long nanos) {
        tap.senderReport(source, ssrc, ntp, at & 0xFFFF_FFFFL, nanos);
    }
}
