package org.patchbay.meetings.room;

import org.patchbay.api.meetings.Participant;

/** Somebody in the room: who they are, and how often their media had to be set up. Confined to the room. */
final class Seat {

    private static final int MAX_OFFERS = 6;

    private Participant participant;
    private int offers;

    Seat(Participant participant) {
        this.participant = participant;
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
                participant.host(),
                audio,
                video,
                participant.joined());
    }
}
