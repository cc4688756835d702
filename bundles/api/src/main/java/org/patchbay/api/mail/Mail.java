package org.patchbay.api.mail;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * A mail in the outbox; its body is asked for separately.
 *
 * @param kind the name of the template it was written from; empty for mails of before kinds were kept
 * @param attempts deliveries tried so far
 * @param error what the last failed attempt said, or the mail server when it refused
 * @param next when it is tried again; empty unless it waits after a failed attempt
 */
public record Mail(
        String id,
        PortalId portal,
        String to,
        String subject,
        Optional<String> kind,
        State state,
        int attempts,
        Optional<String> error,
        Instant created,
        Optional<Instant> sent,
        Optional<Instant> next) {

    /** A mail just written. */
    public static Mail written(
            String id, PortalId portal, String to, String subject, String kind, State state, Instant created) {
        return new Mail(
                id,
                portal,
                to,
                subject,
                Optional.of(kind),
                state,
                0,
                Optional.empty(),
                created,
                Optional.empty(),
                Optional.empty());
    }

    /** The same mail further on: neither sent nor to be tried again at a certain moment. */
    public Mail with(State now, int attemptsNow, Optional<String> errorNow) {
        return new Mail(
                id, portal, to, subject, kind, now, attemptsNow, errorNow, created, Optional.empty(), Optional.empty());
    }

    /** The same mail, taken by the mail server. */
    public Mail sentAt(Instant moment, int attemptsNow) {
        return new Mail(
                id,
                portal,
                to,
                subject,
                kind,
                State.SENT,
                attemptsNow,
                Optional.empty(),
                created,
                Optional.of(moment),
                Optional.empty());
    }

    /** The same mail, to be tried again. */
    public Mail againAt(Instant moment, int attemptsNow, String errorNow) {
        return new Mail(
                id,
                portal,
                to,
                subject,
                kind,
                State.QUEUED,
                attemptsNow,
                Optional.of(errorNow),
                created,
                Optional.empty(),
                Optional.of(moment));
    }

    /** Where a mail stands. */
    public enum State {
        /** No SMTP server is configured; the mail waits in the outbox and is sent once one is. */
        KEPT,
        /** Waits for its next attempt. */
        QUEUED,
        /** The SMTP server has taken it. */
        SENT,
        /** Every attempt failed. */
        FAILED,
        /** The mail server said for good that it does not take this mail or does not know its recipient. */
        BOUNCED
    }
}
