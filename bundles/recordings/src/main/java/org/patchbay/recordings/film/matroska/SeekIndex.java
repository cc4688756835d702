package org.patchbay.recordings.film.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file gets at its end: Cues, and in the places that were kept for them its duration, its size and where things are. Not
 * thread-safe.
 */
final class SeekIndex {

    /** What the SeekHead's place takes: three entries need less. */
    static final int SEEK_HEAD_LENGTH = 96;

    /** What the Duration element takes, and the Void in its place before. */
    static final int DURATION_LENGTH = 11;

    /** Sound has no key frames; this often is enough. */
    private static final long LEAST_INTERVAL_MILLIS = 5_000;

    private final boolean video;
    private final List<Cue> cues = new ArrayList<>();

    SeekIndex(boolean video) {
        this.video = video;
    }

    private record Cue(long millis, long position) {}

    /** Where what is in a file, from its beginning. */
    record Places(long segmentSize, long segment, long info, long duration, long tracks) {}

    /** Notes a cluster that begins with this block. */
    void cluster(long millis, boolean key, long position) {
        long last =
                cues.isEmpty() ? Long.MIN_VALUE / 2 : cues.get(cues.size() - 1).millis();
        if (key && (video || millis - last >= LEAST_INTERVAL_MILLIS)) {
            cues.add(new Cue(millis, position));
        }
    }

    /** Ends the file at that position, which is the end of its last cluster. The file is playable before and after each step. */
    void finish(SeekableByteChannel file, Places places, long end, long durationMillis) throws IOException {
        file.truncate(end);
        var duration = new EbmlBuffer().decimal(Element.DURATION, (double) durationMillis);
        write(file, places.duration(), duration.toByteArray());
        byte[] written = cues(places).toByteArray();
        long whole = end;
        try {
            write(file, end, written);
            whole = end + written.length;
        } catch (IOException e) {
            file.truncate(end); // a full disk has no room for what helps seeking
        }
        write(file, places.segmentSize(), EbmlBuffer.sizeOf(whole - places.segment()));
        write(file, places.segment(), seekHead(places, end, whole > end).toByteArray());
    }

    private EbmlBuffer cues(Places places) {
        var points = new EbmlBuffer();
        for (Cue cue : cues) {
            var position = new EbmlBuffer()
                    .number(Element.CUE_TRACK, 1)
                    .number(Element.CUE_CLUSTER_POSITION, cue.position() - places.segment());
            points.master(
                    Element.CUE_POINT,
                    new EbmlBuffer()
                            .number(Element.CUE_TIME, cue.millis())
                            .master(Element.CUE_TRACK_POSITIONS, position));
        }
        return new EbmlBuffer().master(Element.CUES, points);
    }

    private EbmlBuffer seekHead(Places places, long cuesAt, boolean withCues) {
        var seeks = new EbmlBuffer();
        seek(seeks, Element.INFO, places.info() - places.segment());
        seek(seeks, Element.TRACKS, places.tracks() - places.segment());
        if (withCues && !cues.isEmpty()) {
            seek(seeks, Element.CUES, cuesAt - places.segment());
        }
        var head = new EbmlBuffer().master(Element.SEEK_HEAD, seeks);
        return head.blank(SEEK_HEAD_LENGTH - head.length());
    }

    private static void seek(EbmlBuffer seeks, int id, long position) {
        byte[] name = ByteBuffer.allocate(4).putInt(id).array();
        seeks.master(
                Element.SEEK, new EbmlBuffer().binary(Element.SEEK_ID, name).number(Element.SEEK_POSITION, position));
    }

    static void write(SeekableByteChannel file, long position, byte[] bytes) throws IOException {
        file.position(position);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }
}
