package org.patchbay.spi.media;

/** What a source shows or sounds. */
public enum SourceKind {
    AUDIO("a0", Mids.MICROPHONE),
    CAMERA("v0", Mids.CAMERA),
    DESKTOP("v1", Mids.DESKTOP),
    /** The sound of a shared screen. */
    DESKTOP_AUDIO("a1", Mids.DESKTOP_AUDIO);

    private final String suffix;
    private final String mid;

    SourceKind(String suffix, String mid) {
        this.suffix = suffix;
        this.mid = mid;
    }

    /** What follows the owner in a {@link SourceId}. */
    public String suffix() {
        return suffix;
    }

    /** The mid on which a client sends it. */
    public String mid() {
        return mid;
    }

    /** Whether it is video. */
    public boolean isVideo() {
        return this == CAMERA || this == DESKTOP;
    }
}
