package org.patchbay.recordings;

import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;

/** How the files of recordings are called. */
final class PartFiles {

    private static final Map<String, String> ENDINGS = Map.of(
            "video/webm", "webm",
            "audio/webm", "webm",
            "video/x-matroska", "mkv",
            "audio/x-matroska", "mka",
            "audio/ogg", "ogg",
            "image/jpeg", "jpg");
    private static final int NAME_LIMIT = 100;

    private PartFiles() {}

    /** What a file is called among those of its recording. */
    static String name(RecordingPart part) {
        return part.number() + "." + ending(part);
    }

    /** Where a file is stored. */
    static String key(PortalId portal, RecordingId recording, String name) {
        return portal + "/" + recording + "/" + name;
    }

    /** What a file is saved as by who downloads it. */
    static String saved(String title, RecordingPart part) {
        String whose = part.kind().isTrack() ? " - " + part.name().orElse("") + " " + number(part) : "";
        String plain = (title + whose).replaceAll("[\\p{Cc}/\\\\:*?\"<>|]", " ").strip();
        int end = plain.offsetByCodePoints(0, Math.min(NAME_LIMIT, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end) + "." + ending(part);
    }

    private static String number(RecordingPart part) {
        return String.valueOf(part.number());
    }

    private static String ending(RecordingPart part) {
        return ENDINGS.getOrDefault(part.mediaType(), "bin");
    }
}
