package org.patchbay.api.phonemedia;

import java.nio.file.Path;
import java.time.Duration;

/** Something to be played. */
public sealed interface Prompt {

    /**
     * A sentence that comes with the server or that the portal put in its place.
     *
     * @param name kebab-case, such as {@code call-from}
     * @param language {@code en}, {@code de}, {@code es} or {@code fr}; another one is English
     */
    record Sentence(String name, String language) implements Prompt {}

    /** Digits, said one by one. */
    record Digits(String digits, String language) implements Prompt {}

    /** A sound file of the portal (WAV, 8 or 16 bits or G.711, any rate), read as it is played. */
    record File(Path path) implements Prompt {}

    /** A tone of a country's network (ITU-T E.180), until stopped or so long. */
    record Tone(Kind kind, String country, Duration length) implements Prompt {

        /** Which tone. */
        public enum Kind {
            DIAL,
            RINGING,
            BUSY,
            CONGESTION,
            BEEP
        }
    }

    /** Nothing, so long. */
    record Silence(Duration length) implements Prompt {}

    /** The music of the portal, or the one that comes with the server. */
    record Music() implements Prompt {}
}
