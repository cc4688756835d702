package org.patchbay.phonemedia.ports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.patchbay.phonemedia.rtp.AudioLevel;
import org.patchbay.phonemedia.rtp.Redundant;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.PayloadType;

/**
 * What is said in a room: the loudest streams are decoded on the workers and added up, the others are left as they are.
 * Thread-safe.
 */
final class RoomEars {

    /** Who is heard at a time. */
    static final int MOST_HEARD = 4;

    private static final int MOST_STREAMS = 16;
    private static final int MOST_WAITING = 32;
    private static final long FORGOTTEN = TimeUnit.SECONDS.toNanos(5);

    private final OpusPool opus;
    private final Mailbox work;
    private final Map<Integer, RoomEar> ears = new HashMap<>();
    private final short[] decoded = new short[OpusPool.LONGEST];
    private final short[] frame = new short[Frame.SAMPLES];
    private final int[] sum = new int[Frame.SAMPLES];
    private boolean closed;

    RoomEars(PortContext context, OpusPool opus) {
        this.opus = opus;
        work = new Mailbox(context.workers(), MOST_WAITING);
    }

    /** A packet came, decrypted. */
    synchronized void received(RtpPacket packet, long now) {
        int offset = packet.payloadOffset();
        int end = offset + packet.payloadLength();
        if (packet.payloadType() == PayloadType.RED.number()) {
            offset = Redundant.primary(packet.bytes(), offset, packet.payloadLength());
        } else if (packet.payloadType() != PayloadType.OPUS.number()) {
            return;
        }
        RoomEar ear = ears.get(packet.ssrc());
        if (offset < 0 || offset >= end || closed || (ear == null && ears.size() == MOST_STREAMS)) {
            return;
        }
        if (ear == null) {
            ear = new RoomEar();
            ears.put(packet.ssrc(), ear);
        }
        ear.came(AudioLevel.read(packet, HeaderExtension.AUDIO_LEVEL.id()), now);
        ear.heard(isLoudEnough(ear, now));
        if (ear.isHeard()) {
            byte[] payload = Arrays.copyOfRange(packet.bytes(), offset, end);
            RoomEar to = ear;
            int sequence = packet.sequence();
            int position = (int) ((packet.timestamp() & 0xFFFF_FFFFL) / 6); // 48 kHz to 8 kHz
            work.offer(() -> decode(to, payload, sequence, position));
        }
    }

    private boolean isLoudEnough(RoomEar ear, long now) {
        int louder = 0;
        for (RoomEar other : ears.values()) {
            if (other != ear && other.isPresent(now) && other.weight() >= ear.weight()) {
                louder++;
            }
        }
        return louder < MOST_HEARD;
    }

    private void decode(RoomEar ear, byte[] payload, int sequence, int position) {
        int count = ear.decode(opus, payload, sequence, decoded);
        if (count > 0) {
            ear.buffer().write(position, decoded, count);
        }
    }

    /** The next frame of all that is heard. Called by the clock alone. */
    synchronized void mix(short[] out, long now) {
        Arrays.fill(sum, 0);
        for (Iterator<RoomEar> each = ears.values().iterator(); each.hasNext(); ) {
            RoomEar ear = each.next();
            ear.buffer().read(frame);
            for (int i = 0; i < Frame.SAMPLES; i++) {
                sum[i] += frame[i];
            }
            if (ear.isGone(now, FORGOTTEN)) {
                // who is silent by discontinuous transmission still sends now and then
                each.remove();
                work.offer(ear::release);
            }
        }
        for (int i = 0; i < Frame.SAMPLES; i++) {
            out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum[i]));
        }
    }

    /** Forgets all streams; the room's media begin anew. */
    synchronized void restart() {
        ears.values().forEach(ear -> work.offer(ear::release));
        ears.clear();
    }

    synchronized void close() {
        closed = true;
        restart();
    }
}
