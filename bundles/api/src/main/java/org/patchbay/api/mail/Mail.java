package org.patchbay.api.mail;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * A mail in the outbox; its body is asked for separately.
 *
 * @param attempts deliveries tried so far
 * @param error what the last failed attempt said
 */
public record Mail(
        String id,
        PortalId portal,
        String to,
        String subject,
        State state,
        int attempts,
        Optional<String> error,
        Instant created,
        Optional<Instant> sent) {

    /** Where a mail stands. */
    public enum State {
        /** No SMTP server is configured; the mail waits in the outbox and is sent once one is. */
        KEPT,
        /** Waits for its next attempt. */
        QUEUED,
        /** The SMTP server has taken it. */
        SENT,
        /** The SMTP server refused it for good, or every attempt failed. */
        FAILED
    }
}
