package org.patchbay.recordings.film;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;

/** What the name of a track's file says. */
record TrackName(EndpointId endpoint, SourceKind kind, long offsetMillis) {

    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9]{1,32})-(microphone|camera|screen|sound)-([0-9]{7,12})\\.(webm|mkv)");

    static Path path(Path folder, Source source, long offsetMillis, boolean webm) {
        String kind = name(source.kind());
        return folder.resolve(
                String.format(Locale.ROOT, "%s-%s-%07d.%s", source.owner(), kind, offsetMillis, webm ? "webm" : "mkv"));
    }

    /** Empty if it is not the name of a track. */
    static Optional<TrackName> of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new TrackName(new EndpointId(name.group(1)), kind(name.group(2)), Long.parseLong(name.group(3))));
    }

    private static String name(SourceKind kind) {
        return switch (kind) {
            case AUDIO -> "microphone";
            case CAMERA -> "camera";
            case DESKTOP -> "screen";
            case DESKTOP_AUDIO -> "sound";
        };
    }

    private static SourceKind kind(String name) {
        return switch (name) {
            case "microphone" -> SourceKind.AUDIO;
            case "camera" -> SourceKind.CAMERA;
            case "screen" -> SourceKind.DESKTOP;
            default -> SourceKind.DESKTOP_AUDIO;
        };
    }
}
