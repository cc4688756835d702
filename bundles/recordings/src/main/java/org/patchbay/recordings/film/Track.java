package org.patchbay.recordings.film;

import java.nio.file.Path;
import java.time.Duration;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceKind;

/**
 * One source of a recording in one file. Immutable.
 *
 * @param codec {@code opus}, {@code vp8}, {@code vp9}, {@code h264} or {@code av1}
 * @param offset when its first packet was, since the recording began
 */
public record Track(
        Path file, EndpointId endpoint, SourceKind kind, String codec, Duration offset, Duration duration, long bytes) {

    /** The type of its file for HTTP. */
    public String mediaType() {
        String container = file.toString().endsWith(".mkv") ? "x-matroska" : "webm";
        return (kind.isVideo() ? "video/" : "audio/") + container;
    }
}
