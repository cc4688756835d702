package org.patchbay.spi.plugins;

/** The other side of a plugin refused or did not answer; the message is one sentence for people that names it. */
public final class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /** A failure; retryable when the same call may succeed later. */
    public PluginException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
