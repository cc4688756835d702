package org.patchbay.recordings.film;

import java.nio.file.Path;

/** An ffmpeg that can be run. Immutable. */
public record Ffmpeg(Path path, String version) {}
