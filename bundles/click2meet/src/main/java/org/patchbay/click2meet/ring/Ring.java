package org.patchbay.click2meet.ring;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;

/**
 * A visitor at somebody's link. Immutable.
 *
 * @param person who is to answer
 * @param visitor the visitor's visit, or person if they have an account
 * @param member the visitor's person; empty for a guest
 * @param rang since when it rings
 * @param until when it stops ringing by itself
 * @param waits which of the visitor's connections waits, the latest one; empty until it rings
 * @param answer what became of it, for the visitor
 */
public record Ring(
        String id,
        PersonId person,
        String visitor,
        Optional<String> member,
        String name,
        Optional<String> about,
        State state,
        Instant rang,
        Instant until,
        Optional<String> waits,
        Answer answer) {

    /** How far it is. */
    public enum State {
        /** The visitor may begin to wait. */
        BOOKED,
        /** It rings. */
        WAITING,
        /** The person answers just now. */
        TAKEN,
        /** There is a meeting for both. */
        ANSWERED,
        /** The person said not now. */
        DECLINED,
        /** Nobody answered. */
        MISSED
    }

    /** What the visitor gets: a meeting with the code of its link, or some words. */
    public record Answer(Optional<String> meeting, Optional<String> code, Optional<String> message) {

        /** Nothing. */
        public static final Answer NONE = new Answer(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, as far as this. */
    public Ring at(State now) {
        return new Ring(id, person, visitor, member, name, about, now, rang, until, waits, answer);
    }

    /** The same, with what became of it. */
    public Ring at(State now, Answer told) {
        return new Ring(id, person, visitor, member, name, about, now, rang, until, waits, told);
    }

    /** The same, ringing. */
    public Ring ringing(Instant from, Instant to, String wait) {
        return new Ring(id, person, visitor, member, name, about, State.WAITING, from, to, Optional.of(wait), answer);
    }

    /** The same, of another connection of the visitor. */
    public Ring heldBy(String wait) {
        return new Ring(id, person, visitor, member, name, about, state, rang, until, Optional.of(wait), answer);
    }

    /** Whether this connection is the one that waits. */
    public boolean isHeldBy(String wait) {
        return waits.filter(wait::equals).isPresent();
    }

    /** Whether it rings or is answered just now. */
    public boolean active() {
        return state == State.WAITING || state == State.TAKEN;
    }

    /** Whether nothing more becomes of it. */
    public boolean over() {
        return state == State.ANSWERED || state == State.DECLINED || state == State.MISSED;
    }
}
