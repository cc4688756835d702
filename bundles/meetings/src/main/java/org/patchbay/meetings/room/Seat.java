package org.patchbay.meetings.room;

import java.util.Optional;
import org.patchbay.api.meetings.Participant;

/** Somebody in the room: who they are, and how often their media had to be set up. Confined to the room. */
final class Seat {

    private static final int MAX_OFFERS = 6;

    private final Optional<String> guest;
    private Participant participant;
    private int offers;

    Seat(Optional<String> guest, Participant participant) {
        this.guest = guest;
        this.participant = participant;
    }

    /** The guest's visit; empty for a person. */
    Optional<String> guest() {
        return guest;
    }

    Participant participant() {
        return participant;
    }

    /** Counts an offer; answers false when there were too many for a working connection. */
    boolean mayBeOffered() {
        return ++offers <= MAX_OFFERS;
    }

    /** The connection works: failures start counting anew. */
    void answered() {
        offers = 1;
    }

    void muted(boolean audio, boolean video) {
        participant = new Participant(
                participant.id(),
                participant.name(),
                participant.person(),
                participant.picture(),
                participant.host(),
                audio,
                video,
                participant.joined());
    }
}
