package org.patchbay.scripting.worker;

/** What a message says. The engine bundle has the same list. */
enum Kind {
    // to the worker
    /** Start a script: number 1 to deliver its first events one at a time; text is the source. */
    LOAD(1),
    /** Stop a script and forget it. */
    UNLOAD(2),
    /**
     * Hand over an event: number counts the events of the script. The text is id, source, type, portal, subject, time,
     * cause and sequence, each followed by a unit separator (U+001F), and the data as JSON.
     */
    EVENT(3),
    /** A call's result: number of the call, text its JSON or nothing. */
    RESULT(4),
    /** A call's failure: number of the call, text {@code {"message","code"}}. */
    ERROR(5),
    /** Check the syntax of the text; the number comes back. */
    CHECK(6),
    /** Answer with a PONG of this number. */
    PING(7),

    // from the worker
    /** The worker takes messages from now on. */
    READY(8),
    /** The script's module has been evaluated. */
    LOADED(9),
    /** The script's module threw; the text says why. */
    BROKE(10),
    /** The script wants events of this type. */
    SUBSCRIBED(11),
    /** The script no longer wants events of this type. */
    UNSUBSCRIBED(12),
    /** The handlers of these events, numbers with commas, have finished. */
    DONE(13),
    /** A call: number of the call, text is module, function, event id and arguments, each but the last ended by a line feed. */
    CALL(14),
    /** A line of the log: number is the level, 0 to 3. */
    LOG(15),
    /** The script went over a budget in one run and was stopped: number of the event if it is known, or 0. */
    OVER(16),
    /** The script went over a budget of the minute and pauses. */
    SPENT(17),
    /** The script could not be stopped: the worker ends now; number as in OVER. */
    FATAL(18),
    /** Nothing is wrong with the checked text, or {@code line:column:message}. */
    CHECKED(19),
    /** The answer to a PING. */
    PONG(20),
    /** The worker may not last: something does not stop, or the heap fills. Whoever has another one ready loses less time. */
    TROUBLE(21);

    private static final Kind[] ALL = values();

    private final byte code;

    Kind(int code) {
        this.code = (byte) code;
    }

    /** How it is written. */
    byte code() {
        return code;
    }

    static Kind of(byte code) {
        for (var kind : ALL) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No message kind " + code);
    }
}
