package org.patchbay.phonemedia.ports;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.rtp.AudioLevel;
import org.patchbay.phonemedia.rtp.BigEndian;
import org.patchbay.phonemedia.rtp.ReceiveStatistics;
import org.patchbay.phonemedia.rtp.Reports;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.Mids;
import org.patchbay.spi.media.PayloadType;

/**
 * What a phone says into a room: one Opus stream with its loudness and its line, encoded on the workers. While the phone sends
 * nothing, nothing is sent. Frames are given by the clock alone.
 */
final class RoomVoice {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_WAITING = 8;
    private static final int TICKS = 960;
    private static final int EXTENSION = 8;
    private static final int PAYLOAD = RtpPacket.HEADER + EXTENSION;
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final OpusPool pool;
    private final Mailbox work;
    private final RoomTransport transport;
    private final int ssrc = RANDOM.nextInt() | 1;
    private final Reports reports;
    private final ReceiveStatistics nothing = new ReceiveStatistics();
    private final byte[] room = new byte[RtpPacket.ROOM];
    private int sequence = RANDOM.nextInt(0x7FFF);
    private int clock = RANDOM.nextInt();
    private OpusPool.@Nullable Encoder encoder;
    private long packets;
    private long octets;
    private long nextReport;
    private boolean quiet = true;
    private volatile boolean closed;

    RoomVoice(PortContext context, OpusPool pool, RoomTransport transport) {
        this.pool = pool;
        this.transport = transport;
        work = new Mailbox(context.workers(), MOST_WAITING);
        reports = new Reports(context.clock(), ssrc, Long.toUnsignedString(RANDOM.nextLong(), 36));
    }

    long ssrc() {
        return ssrc & 0xFFFF_FFFFL;
    }

    /** The next frame of the phone; none where it does not send. */
    void frame(short[] samples, boolean sends, long now) {
        clock += TICKS;
        if (!sends || !transport.isReady()) {
            quiet = true;
            return;
        }
        boolean first = quiet;
        quiet = false;
        int timestamp = clock;
        short[] copy = samples.clone();
        work.offer(() -> encode(copy, timestamp, first, now));
    }

    private void encode(short[] samples, int timestamp, boolean first, long now) {
        OpusPool.Encoder opus = encoder;
        if (opus == null && !closed) {
            opus = pool.encoder().orElse(null);
            encoder = opus;
        }
        int length = opus == null ? 0 : opus.encode(samples, room, PAYLOAD);
        if (length <= 0) {
            return;
        }
        sequence = (sequence + 1) & 0xFFFF;
        RtpPacket.writeHeader(room, first, PayloadType.OPUS.number(), sequence, timestamp, ssrc);
        room[0] |= 0x10;
        BigEndian.put16(room, RtpPacket.HEADER, 0xBEDE);
        BigEndian.put16(room, RtpPacket.HEADER + 2, 1);
        room[RtpPacket.HEADER + 4] = (byte) (HeaderExtension.AUDIO_LEVEL.id() << 4);
        room[RtpPacket.HEADER + 5] = (byte) AudioLevel.of(samples);
        room[RtpPacket.HEADER + 6] = (byte) (HeaderExtension.MID.id() << 4);
        room[RtpPacket.HEADER + 7] = (byte) Mids.MICROPHONE.charAt(0);
        if (transport.send(room, PAYLOAD + length)) {
            packets++;
            octets += length;
        }
        if (now - nextReport >= 0) {
            nextReport = now + REPORT_NANOS;
            byte[] report = new byte[Reports.LONGEST + 64];
            var sent = new Reports.Sent(packets, octets, timestamp);
            transport.sendReport(report, reports.write(report, sent, nothing, now));
        }
    }

    void close() {
        closed = true;
        work.offer(() -> {
            if (encoder != null) {
                encoder.close();
                encoder = null;
            }
        });
    }
}
