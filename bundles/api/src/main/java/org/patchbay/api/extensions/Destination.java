package org.patchbay.api.extensions;

import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Means;

/**
 * Where a call goes. Immutable.
 *
 * @param value the id of what is called; a number of {@link Kind#OUTSIDE} in E.164 with a plus (in a draft as it is written in the country); empty
 *     or absent for {@link Kind#MEETING} and {@link Kind#HANG_UP}
 */
public record Destination(
        Kind kind,
        @Means(
                        "The id (not the number) of what the kind names, of VOICEMAIL the id of the extension whose mailbox it is; of OUTSIDE a"
                                + " telephone number, such as +493012345; empty or absent for MEETING and HANG_UP")
                @MayBeAbsent
                String value) {

    /** Ends the call. */
    public static final Destination HANG_UP = new Destination(Kind.HANG_UP, "");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public Destination {
        if (value.isEmpty() && kind.hasValue()) {
            throw Bounds.invalid("value", "field.missing", "is missing: this kind needs one");
        }
        switch (kind) {
            case OUTSIDE -> Bounds.outside("value", value);
            case MEETING, HANG_UP -> {
                if (!value.isEmpty()) {
                    throw Bounds.invalid("value", "destination.value", "must be empty for this kind");
                }
            }
            default -> {
                if (!ID.matcher(value).matches()) {
                    throw Bounds.invalid("value", "destination.value", "must be the id of what is called");
                }
            }
        }
    }

    /** Whether the value is the id of a thing of this portal. */
    public boolean namesThing() {
        return switch (kind) {
            case EXTENSION, RING_GROUP, QUEUE, MENU, CONFERENCE, VOICEMAIL -> true;
            case MEETING, OUTSIDE, HANG_UP -> false;
        };
    }

    /** What is called. */
    public enum Kind {
        EXTENSION,
        RING_GROUP,
        QUEUE,
        MENU,
        /** An audio conference room. */
        CONFERENCE,
        /** The mailbox of an extension, by the extension's id. */
        VOICEMAIL,
        /** The dial-in of meetings: it asks for the room's number and PIN. */
        MEETING,
        /** A number of the telephone network. */
        OUTSIDE,
        HANG_UP;

        /** Whether there are several of this kind, so that it has to be said which one is meant. */
        public boolean hasValue() {
            return this != MEETING && this != HANG_UP;
        }
    }
}
