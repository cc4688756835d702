package org.patchbay.spi.media;

/** A bridge could not do what it was asked to; the reason says whether to build the conference anew or elsewhere. */
public final class BridgeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public BridgeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public BridgeException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What the caller decides by. */
    public Reason reason() {
        return reason;
    }

    /** What went wrong. */
    public enum Reason {
        /** The bridge does not know the conference, perhaps no longer: create it anew. */
        NO_CONFERENCE,
        /** The bridge does not know the endpoint, perhaps no longer: let it join anew. */
        NO_ENDPOINT,
        /** It contradicts what the bridge was told before. */
        CONFLICT,
        /** The bridge or the conference takes no more: use another bridge. */
        FULL,
        /** The bridge does not answer: use another bridge, or try again later. */
        UNAVAILABLE,
        /** This bridge never does such a thing. */
        UNSUPPORTED
    }
}
