package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Mixes all that was heard into one file, without ffmpeg. */
public final class MixedSound {

    static final String SOUND = "sound.webm";

    private MixedSound() {}

    /**
     * Makes {@code sound.webm} (Opus, mono) in the folder, which replaces that of an earlier call; empty if nothing was heard.
     * Blocks for about a hundredth of the recording's duration; interrupting the thread ends it.
     */
    public static Optional<Path> mix(Path folder, Progress progress) throws IOException, InterruptedException {
        return Optional.empty();
    }
}
