package org.patchbay.api.extensions;

/** What a code dialled at a phone does. */
public enum FeatureCode {
    /** Hear the own voicemail. */
    VOICEMAIL("*97", Argument.NONE),
    /** Hear another mailbox. */
    OTHER_VOICEMAIL("*98", Argument.NONE),
    /** Leave somebody a message. */
    LEAVE_MESSAGE("*95", Argument.NUMBER),
    /** Switch "follow me". */
    FOLLOW_ME("*67", Argument.NONE),
    /** Record a dictation. */
    DICTATION("*93", Argument.NONE),
    /** Speak to all phones of a group or an extension. */
    PAGE("*82", Argument.NUMBER),
    /** Speak through one phone. */
    INTERCOM("*80", Argument.NUMBER),
    /** Use this phone as one's own. */
    HOT_DESK("*90", Argument.NONE),
    /** Forward always; without a number no more. */
    FORWARD_ALWAYS("*72", Argument.OPTIONAL),
    /** Forward when unavailable; without a number no more. */
    FORWARD_UNAVAILABLE("*61", Argument.OPTIONAL),
    /** Forward when busy; without a number no more. */
    FORWARD_BUSY("*63", Argument.OPTIONAL),
    /** Forward without an answer; without a number no more. */
    FORWARD_NO_ANSWER("*65", Argument.OPTIONAL),
    /** Switch "do not disturb". */
    DO_NOT_DISTURB("*78", Argument.NONE),
    /** End every forward, and "do not disturb". */
    CLEAR_FORWARDS("*73", Argument.NONE),
    /** Switch the own assistant. */
    ASSISTANT("*94", Argument.NONE),
    /** Switch the secretary. */
    SECRETARY("*92", Argument.NONE),
    /** Be called back when the one who was busy is free. */
    CALL_COMPLETION("*66", Argument.NONE),
    /** Park the call on the next free place. */
    PARK("*68", Argument.NONE),
    /** Take a call that rings in the own groups. */
    PICK_UP_GROUP("*8", Argument.NONE),
    /** Take a call that rings at an extension. */
    PICK_UP("*81", Argument.NUMBER),
    /** Hear a call. */
    LISTEN_IN("*84", Argument.NUMBER),
    /** Speak to one side of a call. */
    WHISPER("*85", Argument.NUMBER),
    /** Join a call. */
    BARGE_IN("*86", Argument.NUMBER),
    /** Take calls of queues, or no more. */
    QUEUE_AGENT("*45", Argument.NONE),
    /** The dial-in of meetings. */
    MEETING("*55", Argument.NONE),
    /** Hear oneself. */
    ECHO_TEST("*43", Argument.NONE),
    /** Hear what time it is. */
    SPEAKING_CLOCK("*60", Argument.NONE),
    /** Be called at a time, {@code hhmm}; without one no more. */
    WAKE_UP("*62", Argument.OPTIONAL);

    private final String standard;
    private final Argument argument;

    FeatureCode(String standard, Argument argument) {
        this.standard = standard;
        this.argument = argument;
    }

    /** Whether it changes how the extension that dials it is called, which is not done where that is locked. */
    public boolean changesExtension() {
        return switch (this) {
            case DO_NOT_DISTURB,
                    FORWARD_ALWAYS,
                    FORWARD_BUSY,
                    FORWARD_NO_ANSWER,
                    FORWARD_UNAVAILABLE,
                    CLEAR_FORWARDS,
                    FOLLOW_ME,
                    SECRETARY,
                    ASSISTANT -> true;
            default -> false;
        };
    }

    /** What is dialled for it unless the portal chose another one. */
    public String standard() {
        return standard;
    }

    /** Whether digits follow. */
    public Argument argument() {
        return argument;
    }

    /** Whether digits follow a code. */
    public enum Argument {
        NONE,
        OPTIONAL,
        NUMBER
    }
}
