package org.patchbay.media.rtp;

/**
 * The latest packets of one stream, for retransmission and to tell duplicates. Holds a bounded number of packets of at most
 * {@link #MAX_PACKET} bytes; room is made as it is first needed. Not thread-safe.
 */
public final class PacketCache {

    /** About two seconds of video at 2 Mbit/s. */
    public static final int CAPACITY = 512;

    /** Longer packets are not kept. */
    public static final int MAX_PACKET = 1_500;

    private static final int EMPTY = -1;

    private final byte[][] packets;
    private final int[] sequences;
    private final int[] lengths;

    public PacketCache() {
        this(CAPACITY);
    }

    /** Holds so many packets, a power of 2. */
    public PacketCache(int capacity) {
        packets = new byte[capacity][];
        sequences = new int[capacity];
        lengths = new int[capacity];
        java.util.Arrays.fill(sequences, EMPTY);
    }

    public int capacity() {
        return packets.length;
    }

    public void put(RtpPacket packet) {
        int length = packet.length();
        if (length > MAX_PACKET) {
            return;
        }
        int slot = packet.sequence() % packets.length;
        byte[] room = packets[slot];
        if (room == null) {
            room = new byte[MAX_PACKET];
            packets[slot] = room;
        }
        System.arraycopy(packet.buffer(), packet.offset(), room, 0, length);
        sequences[slot] = packet.sequence();
        lengths[slot] = length;
    }

    public boolean contains(int sequence) {
        return sequences[sequence % packets.length] == sequence;
    }

    /** Points the view at the kept packet, to be read only; false if it is not there. */
    public boolean find(int sequence, RtpPacket view) {
        int slot = sequence % packets.length;
        byte[] room = packets[slot];
        return room != null && sequences[slot] == sequence && view.parse(room, 0, lengths[slot]);
    }
}
