package org.patchbay.api.calls;

import java.util.Optional;

/** What may be done with a call. What is done on one's own behalf is done by the phone that one has in the call. */
public sealed interface CallAction {

    /** Takes the call at the own phone, where that answers when told to. */
    record Answer() implements CallAction {}

    /** Ends it: the own part of it, or of others the whole call. */
    record HangUp() implements CallAction {}

    /** Holds the others, who hear music, or talks on. */
    record Hold(boolean on) implements CallAction {}

    /** Puts the other side through to a number; before it is answered, sends the call there (blind transfer, divert). */
    record Divert(String to) implements CallAction {}

    /** Puts the others of two own calls together and leaves both. */
    record Transfer(CallId other) implements CallAction {}

    /** Leaves the other side waiting at a place, the given one or the first that is free. */
    record Park(Optional<String> place) implements CallAction {}

    /** Takes a call that rings elsewhere, or one that is parked. */
    record PickUp() implements CallAction {}

    /** Hears it unheard, by the own phone. */
    record Listen() implements CallAction {}

    /** Hears it and is heard by the phone of one side alone. */
    record Whisper(String leg) implements CallAction {}

    /** Talks with both sides. */
    record BargeIn() implements CallAction {}

    /** Calls somebody else into the conversation. */
    record Add(String to) implements CallAction {}

    /** Begins to record it, which the parties are told, or ends that. */
    record Recording(boolean on) implements CallAction {}

    /** Presses keys for the other side: {@code 0-9 * # A-D}. */
    record Press(String keys) implements CallAction {}
}
