package org.patchbay.recordings.film.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Writes one track into a file. Clusters are written whole, each about a second, into a segment whose size is not known, so
 * that what is on the disk is playable at any moment; closing adds the duration and what helps seeking. Not thread-safe.
 */
public final class MatroskaWriter implements AutoCloseable {

    private static final int CLUSTER_MILLIS = 1_000;
    private static final int CLUSTER_BYTES = 1 << 20;

    /** A block's timestamp is relative to its cluster's, in 16 bits. */
    private static final int LONGEST_CLUSTER_MILLIS = Short.MAX_VALUE;

    private static final long SEEK_PRE_ROLL_NANOS = 80_000_000;

    private final SeekableByteChannel file;
    private final SeekIndex index;
    private final SeekIndex.Places places;
    private final EbmlBuffer blocks = new EbmlBuffer();
    private long clusterMillis;
    private boolean clusterKey;
    private long lastMillis;
    private long usualMillis = 20;
    private long end;
    private boolean any;
    private boolean closed;

    /** Writes the header at the beginning of the file. */
    public MatroskaWriter(SeekableByteChannel file, TrackFormat format) throws IOException {
        this.file = file;
        this.index = new SeekIndex(format.isVideo());
        EbmlBuffer head = ebml(format).openEnded(Element.SEGMENT);
        long segment = head.length();
        head.blank(SeekIndex.SEEK_HEAD_LENGTH);
        long info = head.length();
        EbmlBuffer about = new EbmlBuffer()
                .number(Element.TIMESTAMP_SCALE, 1_000_000)
                .text(Element.MUXING_APP, "Patchbay")
                .text(Element.WRITING_APP, "Patchbay")
                .blank(SeekIndex.DURATION_LENGTH);
        head.master(Element.INFO, about);
        long tracks = head.length();
        long duration = tracks - SeekIndex.DURATION_LENGTH;
        head.master(Element.TRACKS, new EbmlBuffer().master(Element.TRACK_ENTRY, track(format)));
        places = new SeekIndex.Places(segment - Long.BYTES, segment, info, duration, tracks);
        end = head.length();
        SeekIndex.write(file, 0, head.toByteArray());
    }

    private static EbmlBuffer ebml(TrackFormat format) {
        var header = new EbmlBuffer()
                .number(Element.EBML_VERSION, 1)
                .number(Element.EBML_READ_VERSION, 1)
                .number(Element.EBML_MAX_ID_LENGTH, 4)
                .number(Element.EBML_MAX_SIZE_LENGTH, 8)
                .text(Element.DOC_TYPE, format.isWebm() ? "webm" : "matroska")
                .number(Element.DOC_TYPE_VERSION, 4)
                .number(Element.DOC_TYPE_READ_VERSION, 2);
        return new EbmlBuffer().master(Element.EBML, header);
    }

    private static EbmlBuffer track(TrackFormat format) {
        var track = new EbmlBuffer()
                .number(Element.TRACK_NUMBER, 1)
                .number(Element.TRACK_UID, 1)
                .number(Element.TRACK_TYPE, format.isVideo() ? 1 : 2)
                .number(Element.FLAG_LACING, 0)
                .text(Element.CODEC_ID, format.codecId());
        if (format.codecPrivate().hasRemaining()) {
            track.binary(Element.CODEC_PRIVATE, format.codecPrivate());
        }
        if (format.isVideo()) {
            return track.master(
                    Element.VIDEO,
                    new EbmlBuffer()
                            .number(Element.PIXEL_WIDTH, format.width())
                            .number(Element.PIXEL_HEIGHT, format.height()));
        }
        var audio = new EbmlBuffer()
                .decimal(Element.SAMPLING_FREQUENCY, 48_000)
                .number(Element.CHANNELS, format.channels());
        return track.number(Element.CODEC_DELAY, 0)
                .number(Element.SEEK_PRE_ROLL, SEEK_PRE_ROLL_NANOS)
                .master(Element.AUDIO, audio);
    }

    /** Adds a frame; its time must not be before that of the last. */
    public void write(long millis, boolean key, ByteBuffer frame) throws IOException {
        if (millis < lastMillis) {
            throw new IllegalArgumentException("A frame at " + millis + " after one at " + lastMillis);
        }
        boolean full = millis - clusterMillis >= CLUSTER_MILLIS || blocks.length() + frame.remaining() > CLUSTER_BYTES;
        boolean seekable = key && !clusterKey;
        if (blocks.length() > 0 && (full || seekable || millis - clusterMillis > LONGEST_CLUSTER_MILLIS)) {
            flush();
        }
        if (blocks.length() == 0) {
            clusterMillis = millis;
            clusterKey = key;
        }
        blocks.simpleBlock((int) (millis - clusterMillis), key, frame);
        usualMillis = any && millis > lastMillis ? Math.min(millis - lastMillis, 100) : usualMillis;
        lastMillis = millis;
        any = true;
    }

    /**
     * Writes what waits to the file. If that fails the file is as before, and the same may be tried again.
     */
    public void flush() throws IOException {
        if (blocks.length() == 0) {
            return;
        }
        var children = new EbmlBuffer().number(Element.TIMESTAMP, clusterMillis).elements(blocks);
        byte[] cluster = new EbmlBuffer().master(Element.CLUSTER, children).toByteArray();
        try {
            SeekIndex.write(file, end, cluster);
        } catch (IOException e) {
            file.truncate(end);
            throw e;
        }
        index.cluster(clusterMillis, clusterKey, end);
        end += cluster.length;
        blocks.clear();
    }

    /** How many bytes it has, with what waits. */
    public long bytes() {
        return end + blocks.length();
    }

    /** Whether no frame was written. */
    public boolean isEmpty() {
        return !any;
    }

    /** When the last frame was. */
    public long lastMillis() {
        return lastMillis;
    }

    /** Makes the file whole and closes it. On a full disk what waits is lost and the file is whole nevertheless. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            IOException lost = null;
            try {
                flush();
            } catch (IOException e) {
                lost = e;
            }
            index.finish(file, places, end, lastMillis + usualMillis);
            if (lost != null) {
                throw lost;
            }
        }
    }
}
