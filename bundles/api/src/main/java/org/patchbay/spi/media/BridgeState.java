package org.patchbay.spi.media;

/** What may be expected of a bridge now. */
public enum BridgeState {
    /** It works and takes new conferences. */
    UP,
    /** It works, but takes no more conferences or endpoints. */
    FULL,
    /** It does not answer, or says that it carries no media: its conferences go on elsewhere. */
    DOWN
}
