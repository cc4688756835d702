package org.patchbay.recordings.film;

import java.nio.file.Path;
import java.time.Duration;

/** A finished film: WebM with VP8 and Opus, and a picture of it as JPEG. Immutable. */
public record Film(Path file, Path thumbnail, Duration duration) {}
