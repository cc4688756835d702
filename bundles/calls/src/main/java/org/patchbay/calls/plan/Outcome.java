package org.patchbay.calls.plan;

import org.patchbay.api.extensions.Destination;

/** What became of an {@link Action}. */
public sealed interface Outcome {

    /** Nobody answered in time. */
    record NoAnswer() implements Outcome {}

    record Busy() implements Outcome {}

    /** Somebody pressed the key to refuse. */
    record Refused() implements Outcome {}

    /** No phone is there. */
    record Unavailable() implements Outcome {}

    /** The phone that was called does not understand what it was offered. */
    record NotUnderstood() implements Outcome {}

    /** Every line to the telephone network failed. */
    record Unreached() implements Outcome {}

    /** It could not be put through. */
    record Failed(int status) implements Outcome {}

    /** A key, or an internal number. */
    record Pressed(String keys) implements Outcome {}

    /** No more can be done: too many wait, or nobody is there. */
    record Full(String reason) implements Outcome {}

    /** What scripts say; see {@link Verdict}. */
    record Consulted(Verdict verdict) implements Outcome {}

    /** It is to go elsewhere: somebody diverted it. */
    record Diverted(String to) implements Outcome {}

    /** An application sends it on. */
    record Sent(Destination to) implements Outcome {}
}
