package org.patchbay.jvb.colibri;

/** A videobridge did not do what it was asked. */
public final class ColibriException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ColibriException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ColibriException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What the bridge decides by. */
    public enum Reason {
        /** The conference is not there (404). */
        GONE,
        /** The request contradicts what is there, or is not understood (other 4xx). */
        REFUSED,
        /** It takes no more: shutting down, for instance (503). */
        BUSY,
        /** It does not answer, or with nonsense. */
        UNREACHABLE
    }
}
