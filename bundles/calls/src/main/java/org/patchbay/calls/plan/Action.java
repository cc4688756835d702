package org.patchbay.calls.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;

/** What is to be done with a call next; what became of it is an {@link Outcome}. */
public sealed interface Action {

    /**
     * Phones ring, all at once.
     *
     * @param confirm whether who answers accepts the call by a key
     * @param shown to who is called; empty for the caller
     */
    record Ring(List<Callee> callees, Duration time, boolean confirm, Optional<Party> shown) implements Action {
        public Ring {
            callees = List.copyOf(callees);
        }

        public Ring(List<Callee> callees, Duration time) {
            this(callees, time, false, Optional.empty());
        }
    }

    /** The caller waits for an agent. */
    record Wait(CallQueue queue) implements Action {}

    /** The caller hears a menu and presses a key. */
    record Ask(VoiceMenu menu, boolean again) implements Action {}

    /** The caller joins a conference. */
    record Join(ConferenceRoom room) implements Action {}

    /** A code that was dialled. */
    record Feature(Extension extension, FeatureCode code, String argument) implements Action {}

    /**
     * An application takes the call.
     *
     * @param otherwise what to do where it cannot
     */
    record Apply(String application, Wanted wanted, Refuse otherwise) implements Action {

        /** What the record of the call says: who leaves a message or hears an assistant was answered by no person. */
        CallResult result() {
            boolean attended = wanted instanceof Wanted.Assistant
                    || (wanted instanceof Wanted.Place place
                            && place.destination().kind() == Destination.Kind.VOICEMAIL)
                    || (wanted instanceof Wanted.Code code && code.code() == FeatureCode.LEAVE_MESSAGE);
            return attended ? CallResult.ATTENDED : CallResult.ANSWERED;
        }
    }

    /** The caller takes the call that is parked there. */
    record Unpark(String place) implements Action {}

    /** Scripts are asked. */
    record Consult() implements Action {}

    /** It ends here. */
    record Refuse(int status, String reason, CallResult result) implements Action {}
}
