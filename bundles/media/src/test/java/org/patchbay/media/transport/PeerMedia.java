package org.patchbay.media.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.testing.media.ReceivedPacket;

/** The RTP and RTCP of a peer: it builds and reads packets with its own few lines, not with the code under test. */
final class PeerMedia {

    private static final int OPUS = 111;
    private static final int VP8 = 100;
    private static final int RTX = 96;
    private static final int FEEDBACK_SSRC = 1;

    private final Consumer<byte[]> network;
    private final Map<Long, Sending> sending = new HashMap<>();
    private final Map<Long, SrtpStream> receiving = new HashMap<>();
    private final List<ReceivedPacket> received = new ArrayList<>();
    private final Map<Long, Integer> pictureLosses = new HashMap<>();
    private final Map<Long, Set<Integer>> nacked = new HashMap<>();
    private final Map<Long, List<Long>> senderReports = new HashMap<>();
    private @Nullable SrtpSession session;
    private @Nullable Exception failure;
    private final TreeMap<Integer, Long> arrivals = new TreeMap<>();
    private int base;
    private int reports;
    private long maximum;
    private long temporaryMaximum;
    private int transportReports;
    private int transportSequence;

    PeerMedia(Consumer<byte[]> network) {
        this.network = network;
    }

    /** One SSRC that the peer sends. */
    private static final class Sending {
        private final SrtpStream stream;
        private final Map<Integer, byte[]> history = new HashMap<>();
        private int sequence;
        private int timestamp;
        private int pictureId;
        private boolean keyFrameWanted;

        Sending(SrtpStream stream, long ssrc) {
            this.stream = stream;
            this.sequence = (int) (ssrc * 31 % 20_000);
            this.timestamp = (int) (ssrc * 7_919);
            this.pictureId = (int) (ssrc % 100);
        }
    }

    synchronized void secure(SrtpSession keys) {
        session = keys;
    }

    synchronized void fail(Exception e) {
        failure = e;
    }

    synchronized boolean isSecured() {
        return session != null;
    }

    synchronized SrtpSession session() {
        return keys();
    }

    private SrtpSession keys() {
        if (session == null) {
            throw new IllegalStateException("The peer is not connected", failure);
        }
        return session;
    }

    private Sending sending(long ssrc) {
        return sending.computeIfAbsent(ssrc, key -> new Sending(keys().sender((int) ssrc), ssrc));
    }

    synchronized void sendAudio(long ssrc, int level) {
        Sending out = sending(ssrc);
        out.timestamp += 960;
        var payload = ByteBuffer.allocate(80).putInt(6, (int) ssrc).putInt(10, out.sequence);
        sendRtp(out, OPUS, ssrc, ++out.sequence & 0xFFFF, out.timestamp, level, payload.array());
    }

    synchronized void sendVideo(long ssrc, boolean keyFrame) {
        sendVideo(ssrc, keyFrame, 600);
    }

    synchronized void sendVideo(long ssrc, boolean keyFrame, int size) {
        Sending out = sending(ssrc);
        boolean key = keyFrame || out.keyFrameWanted;
        out.keyFrameWanted = false;
        out.timestamp += 3_000;
        out.pictureId++;
        var payload = ByteBuffer.allocate(size)
                .put((byte) 0x90)
                .put((byte) 0xC0)
                .putShort((short) (0x8000 | out.pictureId))
                .put((byte) out.pictureId)
                .put((byte) (key ? 0 : 1))
                .putInt((int) ssrc)
                .putInt(out.sequence);
        int sequence = ++out.sequence & 0xFFFF;
        out.history.put(sequence, payload.array());
        sendRtp(out, VP8, ssrc, sequence, out.timestamp, -1, payload.array());
    }

    private void sendRtp(Sending out, int type, long ssrc, int sequence, int timestamp, int level, byte[] payload) {
        var packet = ByteBuffer.allocate(1_500);
        packet.put((byte) 0x90)
                .put((byte) (type | 0x80))
                .putShort((short) sequence)
                .putInt(timestamp);
        packet.putInt((int) ssrc).putShort((short) 0xBEDE).putShort((short) 2);
        packet.put((byte) 0x51).putShort((short) transportSequence++);
        packet.put(level < 0 ? (byte) 0 : (byte) 0x10).put(level < 0 ? (byte) 0 : (byte) level);
        packet.put((byte) 0).put((byte) 0).put((byte) 0).put(payload);
        int length = out.stream.protect(packet.array(), 0, packet.position());
        network.accept(Arrays.copyOf(packet.array(), length));
    }

    /** A packet as it is, under its own SSRC and number. */
    synchronized void sendRtp(ByteBuffer rtp) {
        var packet = new byte[1_500];
        int clear = rtp.remaining();
        rtp.duplicate().get(packet, 0, clear);
        long ssrc = ByteBuffer.wrap(packet).getInt(8) & 0xFFFF_FFFFL;
        int length = sending(ssrc).stream.protect(packet, 0, clear);
        network.accept(Arrays.copyOf(packet, length));
    }

    synchronized void sendFeedback(int type, int format, long mediaSsrc, int... entries) {
        var packet = ByteBuffer.allocate(1_500);
        packet.put((byte) (0x80 | format)).put((byte) type).putShort((short) (2 + entries.length));
        packet.putInt(FEEDBACK_SSRC).putInt((int) mediaSsrc);
        for (int entry : entries) {
            packet.putInt(entry);
        }
        sendRtcp(packet);
    }

    synchronized void sendSenderReport(long ssrc, long ntp, long timestamp) {
        var packet = ByteBuffer.allocate(1_500)
                .putInt(0x80C8_0006)
                .putInt((int) ssrc)
                .putLong(ntp);
        sendRtcp(packet.putInt((int) timestamp).putInt(1).putInt(1));
    }

    private void sendRtcp(ByteBuffer packet) {
        var buffer = new byte[1_500];
        int clear = packet.position();
        packet.flip().get(buffer, 0, clear);
        int length = keys().protectRtcp(buffer, 0, clear);
        network.accept(Arrays.copyOf(buffer, length));
    }

    synchronized void onDatagram(byte[] data, int length) {
        int type = data[1] & 0xFF;
        if (session == null) {
            return;
        }
        byte[] copy = Arrays.copyOf(data, length);
        if (type >= 192 && type <= 223) {
            int clear = session.unprotectRtcp(copy, 0, length);
            if (clear >= 0) {
                onRtcp(ByteBuffer.wrap(copy, 0, clear));
            }
            return;
        }
        int ssrc = ByteBuffer.wrap(copy).getInt(8);
        SrtpSession keys = session;
        int clear = receiving
                .computeIfAbsent(ssrc & 0xFFFF_FFFFL, key -> keys.receiver(ssrc))
                .unprotect(copy, 0, length);
        if (clear >= 0) {
            onRtp(copy, clear);
        }
    }

    private void onRtp(byte[] bytes, int length) {
        ByteBuffer packet = ByteBuffer.wrap(bytes, 0, length);
        int extensionEnd = (bytes[0] & 0x10) == 0 ? 12 : 16 + 4 * packet.getShort(14);
        if (length < extensionEnd + 2) {
            return; // it only probes
        }
        String mid = "";
        for (int at = 16; at < extensionEnd; ) {
            int head = packet.get(at) & 0xFF;
            int size = head == 0 ? 0 : (head & 15) + 1;
            if (head >> 4 == 5) {
                arrived(packet.getShort(at + 1) & 0xFFFF);
            }
            if (head >> 4 == 4) {
                mid = new String(bytes, at + 1, size, StandardCharsets.US_ASCII);
            }
            at += 1 + size;
        }
        int type = packet.get(1) & 0x7F;
        int payloadAt = type == RTX ? extensionEnd + 2 : extensionEnd;
        received.add(new ReceivedPacket(
                mid,
                packet.getInt(8) & 0xFFFF_FFFFL,
                type,
                packet.getShort(type == RTX ? extensionEnd : 2) & 0xFFFF,
                packet.getInt(4) & 0xFFFF_FFFFL,
                type == RTX,
                HexFormat.of().formatHex(bytes, payloadAt, length)));
    }

    private void onRtcp(ByteBuffer compound) {
        for (int at = 0; at + 4 <= compound.limit(); at += 4 * (1 + (compound.getShort(at + 2) & 0xFFFF))) {
            int format = compound.get(at) & 0x1F;
            int type = compound.get(at + 1) & 0xFF;
            int end = at + 4 * (1 + (compound.getShort(at + 2) & 0xFFFF));
            if (type == 200) {
                long ssrc = compound.getInt(at + 4) & 0xFFFF_FFFFL;
                senderReports
                        .computeIfAbsent(ssrc, key -> new ArrayList<>())
                        .add(compound.getInt(at + 16) & 0xFFFF_FFFFL);
            } else if (type == 206 && format == 1) {
                long ssrc = compound.getInt(at + 8) & 0xFFFF_FFFFL;
                pictureLosses.merge(ssrc, 1, Integer::sum);
                sending(ssrc).keyFrameWanted = true;
            } else if (type == 206 && format == 15) {
                int word = compound.getInt(at + 16);
                maximum = (word & 0x3_FFFFL) << (word >> 18 & 0x3F);
            } else if (type == 205 && format == 3) {
                int word = compound.getInt(at + 16);
                temporaryMaximum = (word >> 9 & 0x1_FFFFL) << (word >>> 26);
            } else if (type == 205 && format == 15) {
                transportReports++;
            } else if (type == 205 && format == 1) {
                for (int entry = at + 12; entry < end; entry += 4) {
                    onNack(compound.getInt(at + 8) & 0xFFFF_FFFFL, compound.getInt(entry));
                }
            }
        }
    }

    private void onNack(long ssrc, int entry) {
        for (int i = 0; i <= 16; i++) {
            if (i == 0 || (entry >> (i - 1) & 1) != 0) {
                int sequence = (entry >>> 16) + i & 0xFFFF;
                nacked.computeIfAbsent(ssrc, key -> new HashSet<>()).add(sequence);
                retransmit(ssrc, sequence);
            }
        }
    }

    private void retransmit(long ssrc, int sequence) {
        Sending original = sending(ssrc);
        byte[] payload = original.history.get(sequence);
        if (payload != null) {
            Sending out = sending(ssrc + 1);
            var wrapped = ByteBuffer.allocate(payload.length + 2)
                    .putShort((short) sequence)
                    .put(payload);
            int behind = original.sequence - sequence;
            sendRtp(out, RTX, ssrc + 1, ++out.sequence, original.timestamp - behind * 3_000, -1, wrapped.array());
        }
    }

    /** Notes a transport-wide number; the first of a report is the base. */
    private void arrived(int sequence) {
        arrivals.put((int) (short) (sequence - base), System.nanoTime() / 250_000);
    }

    /** Reports what arrived since the last time, each packet with a delta of two bytes. */
    synchronized void reportArrivals() {
        if (arrivals.isEmpty()) {
            return;
        }
        var earliest = arrivals.firstEntry();
        int first = earliest.getKey();
        int count = arrivals.lastKey() - first + 1;
        long ticks = earliest.getValue() / 256 * 256;
        var packet = ByteBuffer.allocate(1_400).put((byte) 0x8F).put((byte) 205).putShort((short) 0);
        packet.putInt(FEEDBACK_SSRC).putInt(0).putShort((short) (base + first)).putShort((short) count);
        packet.putInt(((int) (ticks / 256) << 8) | (reports++ & 0xFF));
        for (int i = 0; i < count; i += 7) {
            int chunk = 0xC000;
            for (int n = 0; n < 7; n++) {
                chunk |= arrivals.containsKey(first + i + n) ? 2 << (12 - 2 * n) : 0;
            }
            packet.putShort((short) chunk);
        }
        for (long arrival : arrivals.values()) {
            packet.putShort((short) (arrival - ticks));
            ticks = arrival;
        }
        while (packet.position() % 4 != 0) {
            packet.put((byte) 0);
        }
        packet.putShort(2, (short) (packet.position() / 4 - 1));
        base = (base + first + count) & 0xFFFF;
        arrivals.clear();
        sendRtcp(packet);
    }

    /** What the bridge said that may be sent in all; 0 before. */
    synchronized long maximum() {
        return maximum;
    }

    /** What it said of a source that exceeds its limit; 0 before. */
    synchronized long temporaryMaximum() {
        return temporaryMaximum;
    }

    synchronized List<ReceivedPacket> received() {
        return List.copyOf(received);
    }

    synchronized int pictureLosses(long ssrc) {
        return pictureLosses.getOrDefault(ssrc, 0);
    }

    synchronized Set<Integer> nacked(long ssrc) {
        return Set.copyOf(nacked.getOrDefault(ssrc, Set.of()));
    }

    synchronized int transportReports() {
        return transportReports;
    }

    synchronized List<Long> senderReports(long ssrc) {
        return List.copyOf(senderReports.getOrDefault(ssrc, List.of()));
    }
}
