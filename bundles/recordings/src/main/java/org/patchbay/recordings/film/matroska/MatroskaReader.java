package org.patchbay.recordings.film.matroska;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that {@link MatroskaWriter} wrote, whole ones and what a killed server left of one. Holds no more than one
 * cluster in memory. Not thread-safe.
 */
public final class MatroskaReader {

    private static final long UNKNOWN = -1;
    private static final int LARGEST_ELEMENT = 64 << 20;

    private final SeekableByteChannel file;
    private final long size;
    private @Nullable TrackFormat format;
    private long segmentSizeAt;
    private long segment;
    private long info;
    private long durationAt;
    private long tracks;
    private long at;
    private boolean finished;
    private long durationMillis;

    /**
     * Reads up to the first cluster.
     *
     * @throws IOException if it is no such file, or ends before its tracks do
     */
    public MatroskaReader(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        readHead();
    }

    /** Takes the blocks of a file in their order. */
    @FunctionalInterface
    public interface Blocks {

        /** Takes one; the data is not to be kept after the call. */
        void block(long millis, boolean key, ByteBuffer data) throws IOException;
    }

    /** An element's id, where its content is, and how long that is. */
    private record Head(int id, long at, long length) {

        long end() {
            return at + length;
        }
    }

    private void readHead() throws IOException {
        Head ebml = head(0);
        Head top = ebml == null || ebml.id() != Element.EBML ? null : head(ebml.end());
        if (top == null || top.id() != Element.SEGMENT) {
            throw new IOException("No Matroska");
        }
        segment = top.at();
        segmentSizeAt = segment - Long.BYTES;
        at = segment;
        for (Head next = head(at); next != null && next.id() != Element.CLUSTER; next = head(at)) {
            if (next.end() > size) {
                break;
            }
            if (next.id() == Element.INFO) {
                info = at;
                readInfo(next);
            } else if (next.id() == Element.TRACKS) {
                tracks = at;
                format = readTrack(content(next));
            }
            at = next.end();
        }
        if (format == null || info == 0) {
            throw new IOException("No track");
        }
    }

    private void readInfo(Head head) throws IOException {
        ByteBuffer content = content(head);
        durationAt = head.end() - SeekIndex.DURATION_LENGTH;
        content.position(Math.max(0, content.limit() - SeekIndex.DURATION_LENGTH));
        finished =
                content.remaining() == SeekIndex.DURATION_LENGTH && (content.getShort() & 0xFFFF) == Element.DURATION;
        if (finished) {
            content.get();
            durationMillis = Math.round(content.getDouble());
        }
    }

    private static TrackFormat readTrack(ByteBuffer content) throws IOException {
        String codec = "";
        ByteBuffer codecPrivate = TrackFormat.NOTHING;
        int width = 0;
        int height = 0;
        ByteBuffer entry = child(content, Element.TRACK_ENTRY);
        while (entry.hasRemaining()) {
            int id = id(entry);
            ByteBuffer value = value(entry);
            if (id == Element.CODEC_ID) {
                codec = StandardCharsets.US_ASCII.decode(value).toString();
            } else if (id == Element.CODEC_PRIVATE) {
                codecPrivate = value;
            } else if (id == Element.VIDEO) {
                while (value.hasRemaining()) {
                    int key = id(value);
                    int number = (int) number(value(value));
                    width = key == Element.PIXEL_WIDTH ? number : width;
                    height = key == Element.PIXEL_HEIGHT ? number : height;
                }
            }
        }
        return new TrackFormat(codec, codecPrivate, width, height);
    }

    private static ByteBuffer child(ByteBuffer parent, int wanted) throws IOException {
        while (parent.hasRemaining()) {
            int id = id(parent);
            ByteBuffer value = value(parent);
            if (id == wanted) {
                return value;
            }
        }
        throw new IOException("No element " + Integer.toHexString(wanted));
    }

    public TrackFormat format() {
        if (format == null) {
            throw new IllegalStateException("Nothing was read");
        }
        return format;
    }

    /** Whether it was closed: it has its duration. */
    public boolean isFinished() {
        return finished;
    }

    /** How long it says it is; 0 if it was not closed. */
    public long durationMillis() {
        return durationMillis;
    }

    /** Goes through all whole clusters. */
    public void read(Blocks blocks) throws IOException {
        while (readNext(blocks)) {
            // goes on
        }
    }

    /** Goes through the next whole cluster; false if there is none any more. */
    public boolean readNext(Blocks blocks) throws IOException {
        return readNext((position, millis, key) -> {}, blocks);
    }

    private interface Clusters {
        void cluster(long position, long millis, boolean key);
    }

    private boolean readNext(Clusters starts, Blocks blocks) throws IOException {
        Head next = head(at);
        if (next == null || next.id() != Element.CLUSTER || next.length() == UNKNOWN || next.end() > size) {
            return false;
        }
        try {
            readCluster(content(next), at, starts, blocks);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            return false;
        }
        at = next.end();
        return true;
    }

    private static void readCluster(ByteBuffer content, long position, Clusters starts, Blocks blocks)
            throws IOException {
        long base = 0;
        boolean first = true;
        while (content.hasRemaining()) {
            int id = id(content);
            ByteBuffer value = value(content);
            if (id == Element.TIMESTAMP) {
                base = number(value);
            } else if (id == Element.SIMPLE_BLOCK) {
                value.get();
                long millis = base + value.getShort();
                boolean key = (value.get() & 0x80) != 0;
                if (first) {
                    starts.cluster(position, millis, key);
                    first = false;
                }
                blocks.block(millis, key, value);
            }
        }
    }

    /**
     * Cuts what was not written whole, and closes the file as its writer would have; false if nothing is in it. The channel
     * must be writable, and nothing of it read before.
     */
    public boolean repair() throws IOException {
        var index = new SeekIndex(format().isVideo());
        long[] last = {Long.MIN_VALUE, 20};
        Blocks times = (millis, key, data) -> {
            last[1] = last[0] != Long.MIN_VALUE && millis > last[0] ? Math.min(100, millis - last[0]) : last[1];
            last[0] = millis;
        };
        while (readNext((position, millis, key) -> index.cluster(millis, key, position), times)) {
            // goes on
        }
        if (last[0] == Long.MIN_VALUE) {
            return false;
        }
        var places = new SeekIndex.Places(segmentSizeAt, segment, info, durationAt, tracks);
        index.finish(file, places, at, last[0] + last[1]);
        return true;
    }

    private @Nullable Head head(long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(12, size - at)));
        file.position(at);
        fill(buffer);
        try {
            int id = id(buffer);
            long length = size(buffer);
            return new Head(id, at + buffer.position(), length);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    private ByteBuffer content(Head head) throws IOException {
        if (head.length() < 0 || head.length() > LARGEST_ELEMENT) {
            throw new IOException("An element of " + head.length() + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) head.length());
        file.position(head.at());
        fill(buffer);
        return buffer;
    }

    private void fill(ByteBuffer buffer) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = file.read(buffer);
        }
        buffer.flip();
    }

    private static int id(ByteBuffer in) {
        int first = in.get() & 0xFF;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        int id = first;
        for (int i = 1; i < length; i++) {
            id = id << 8 | (in.get() & 0xFF);
        }
        return id;
    }

    private static long size(ByteBuffer in) {
        int first = in.get() & 0xFF;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        long value = first & (0xFF >> length);
        boolean ones = value == 0xFF >> length;
        for (int i = 1; i < length; i++) {
            int next = in.get() & 0xFF;
            ones &= next == 0xFF;
            value = value << 8 | next;
        }
        return ones ? UNKNOWN : value;
    }

    private static ByteBuffer value(ByteBuffer in) {
        int length = Math.toIntExact(size(in));
        ByteBuffer value = in.slice(in.position(), length);
        in.position(in.position() + length);
        return value;
    }

    private static long number(ByteBuffer value) {
        long number = 0;
        while (value.hasRemaining()) {
            number = number << 8 | (value.get() & 0xFF);
        }
        return number;
    }
}
