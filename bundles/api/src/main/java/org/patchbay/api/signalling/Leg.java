package org.patchbay.api.signalling;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One dialog and what may be done with it. Thread-safe, never blocks; whatever no longer fits the leg's state (an answer
 * to a call that was given up, say) is ignored, for the far end may always have been faster.
 */
@ProviderType
public interface Leg {

    /** Names the leg. */
    LegId id();

    /** The Call-ID of its dialog (RFC 3261, section 8.1.1.4), for records. */
    String callId();

    /**
     * Answers an incoming INVITE for the time being: 180 while it rings, 183 with an early description, 181, 182.
     *
     * @param status 101 to 199
     */
    void progress(int status, Optional<String> description);

    /** Takes an incoming INVITE (200). */
    void answer(String description);

    /**
     * Offers another description (re-INVITE, RFC 3261, section 14). Comes back as {@link LegListener#offerAnswered} or
     * {@link LegListener#offerRefused}; one that collides (491) is tried again by itself.
     */
    void offer(String description);

    /** Answers what {@link LegListener#offered} told. */
    void answerOffer(String description);

    /** Refuses what {@link LegListener#offered} told; everything stays as it was. */
    void refuseOffer();

    /** Presses a key for the far end by INFO ({@code application/dtmf-relay}). */
    void digit(char digit, Duration length);

    /** Says how the transfer asked for last goes on (NOTIFY with {@code message/sipfrag}, RFC 3515). */
    void transferred(int status);

    /**
     * Says who the far end has to do with now (P-Asserted-Identity, RFC 3325, in both directions of a call as RFC 4916 wants
     * it): before the call is answered by the next answers, then by an UPDATE, or by a re-INVITE where the far end takes none.
     * Nothing withholds it, so that it is for phones of the portal alone.
     */
    void connected(Party other);

    /** Refuses, gives up or hangs up, whichever fits; ends exactly once with {@link LegListener#ended}. */
    void end(LegEnd reason);
}
