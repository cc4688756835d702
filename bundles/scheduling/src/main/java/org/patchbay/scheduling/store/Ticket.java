package org.patchbay.scheduling.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.scheduling.Invitee;

/**
 * An invitation of somebody as it is kept.
 *
 * @param sent the sequence number that the invited was told last
 * @param stamp when the answer that holds was written; an older one changes nothing any more
 * @param secretHash SHA-256 of the secret of the mail, hexadecimal
 * @param sealedSecret the secret, to be put into the next mail too
 */
public record Ticket(Invitee invitee, int sent, Optional<Instant> stamp, String secretHash, String sealedSecret) {

    /** The same with this invitee. */
    public Ticket with(Invitee changed) {
        return new Ticket(changed, sent, stamp, secretHash, sealedSecret);
    }

    /** The same, answered at this moment. */
    public Ticket answered(Invitee changed, Instant at) {
        return new Ticket(changed, sent, Optional.of(at), secretHash, sealedSecret);
    }

    /** The same, told of this sequence number. */
    public Ticket told(int sequence) {
        return new Ticket(invitee, sequence, stamp, secretHash, sealedSecret);
    }
}
