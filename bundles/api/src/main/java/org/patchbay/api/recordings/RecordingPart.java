package org.patchbay.api.recordings;

import java.util.Optional;

/**
 * One file of a recording. Immutable.
 *
 * @param number 1 and up, by which it is fetched
 * @param mediaType such as {@code video/webm}
 * @param name whose track it is; empty for what shows everybody, and for people who have been erased
 * @param person the account of whose track it is
 * @param startMillis after the beginning of the recording
 */
public record RecordingPart(
        int number,
        Kind kind,
        String mediaType,
        Optional<String> name,
        Optional<String> person,
        long startMillis,
        long durationMillis,
        long bytes) {

    /** What a file is. */
    public enum Kind {
        /** Everybody together, with picture and sound. */
        FILM,
        /** Everybody together, sound alone. */
        SOUND,
        /** A picture that stands for the film. */
        THUMBNAIL,
        /** One person's microphone. */
        MICROPHONE,
        /** One person's camera. */
        CAMERA,
        /** A screen that somebody shared. */
        SCREEN,
        /** The sound of a screen that somebody shared. */
        SCREEN_SOUND;

        /** Whether it is of one person. */
        public boolean isTrack() {
            return compareTo(THUMBNAIL) > 0;
        }
    }
}
