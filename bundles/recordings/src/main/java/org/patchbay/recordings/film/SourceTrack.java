package org.patchbay.recordings.film;

import java.io.IOException;
import org.patchbay.recordings.film.rtp.RtpView;

/** One source as it is written down. A failing disk shows as {@link java.io.UncheckedIOException}. Not thread-safe. */
sealed interface SourceTrack permits VoiceTrack, PictureTrack {

    void packet(long ssrc, RtpView packet);

    void report(long ssrc, long ntp, long timestamp, long arrivalNanos);

    /** Writes what waits to the disk. */
    void flush() throws IOException;

    /** How many bytes it has written. */
    long bytes();

    /** Writes what came so far and makes its files whole. */
    void close() throws IOException;
}
