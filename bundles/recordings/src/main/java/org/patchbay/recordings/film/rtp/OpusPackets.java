package org.patchbay.recordings.film.rtp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.patchbay.recordings.film.matroska.TrackFormat;
import org.patchbay.spi.media.PayloadType;

/**
 * Makes frames of the packets of a voice, which come in order: Opus (RFC 7587), also in RED (RFC 2198), of which what was lost
 * before is taken from its later packets. Not thread-safe.
 */
public final class OpusPackets {

    private static final TrackFormat FORMAT = TrackFormat.opus(2);
    private static final int RED = PayloadType.RED.number();
    private static final int OPUS = PayloadType.OPUS.number();

    /** Timestamps this far back are those of a sender that began anew. */
    private static final int LONG_AGO = 48_000;

    private final Consumer<Frame> frames;
    private long last;
    private boolean any;

    public OpusPackets(Consumer<Frame> frames) {
        this.frames = frames;
    }

    private record Block(int payloadType, int offset, int length) {}

    public void add(RtpView packet) {
        if (packet.payloadType() == OPUS) {
            deliver(packet, packet.timestamp(), packet.payload());
        } else if (packet.payloadType() == RED) {
            try {
                addRed(packet, packet.payload().duplicate());
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                return; // malformed; the next one may say it again
            }
        }
    }

    private void addRed(RtpView packet, ByteBuffer payload) {
        List<Block> blocks = new ArrayList<>();
        int head = payload.get();
        while ((head & 0x80) != 0) {
            int offsetAndLength = (payload.get() & 0xFF) << 16 | (payload.getShort() & 0xFFFF);
            blocks.add(new Block(head & 0x7F, offsetAndLength >> 10, offsetAndLength & 0x3FF));
            head = payload.get();
        }
        for (Block block : blocks) {
            var data = payload.slice().limit(block.length());
            payload.position(payload.position() + block.length());
            if (any && block.payloadType() == OPUS && block.length() > 0) {
                deliver(packet, packet.timestamp() - block.offset() & 0xFFFF_FFFFL, data);
            }
        }
        if ((head & 0x7F) == OPUS) {
            deliver(packet, packet.timestamp(), payload);
        }
    }

    private void deliver(RtpView packet, long timestamp, ByteBuffer data) {
        int ahead = (int) (timestamp - last);
        if (!data.hasRemaining() || (any && ahead <= 0 && ahead > -LONG_AGO)) {
            return;
        }
        any = true;
        last = timestamp;
        frames.accept(new Frame(FORMAT, data.slice(), timestamp, true, packet.arrivalNanos()));
    }

    /** How many samples at 48 kHz a packet has (RFC 6716, section 3.1); 0 if it is malformed. */
    public static int samples(ByteBuffer packet) {
        int at = packet.position();
        int toc = packet.get(at) & 0xFF;
        int configuration = toc >> 3;
        int frame;
        if (configuration < 12) {
            frame = new int[] {480, 960, 1_920, 2_880}[configuration & 3];
        } else if (configuration < 16) {
            frame = (configuration & 1) == 0 ? 480 : 960;
        } else {
            frame = 120 << (configuration & 3);
        }
        int code = toc & 3;
        int count = code == 0 ? 1 : code < 3 ? 2 : packet.remaining() > 1 ? packet.get(at + 1) & 0x3F : 0;
        return frame * count;
    }
}
