package org.patchbay.spi.media;

import java.util.List;
import java.util.stream.IntStream;

/** The mids of every offer. */
public final class Mids {

    /** A client sends its microphone here. */
    public static final String MICROPHONE = "0";

    /** A client sends its camera here. */
    public static final String CAMERA = "1";

    /** A client sends its screen here; offered from the start. */
    public static final String DESKTOP = "2";

    /** A client sends the sound of its screen here; offered from the start. */
    public static final String DESKTOP_AUDIO = "3";

    private Mids() {}

    /** The receive mids for audio, in order. */
    public static List<String> audio(EndpointOptions options) {
        return numbered("a", options.audioMids());
    }

    /** The receive mids for video, in order. */
    public static List<String> video(EndpointOptions options) {
        return numbered("v", options.videoMids());
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> prefix + n).toList();
    }
}
