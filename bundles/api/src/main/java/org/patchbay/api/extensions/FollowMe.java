package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;

/**
 * Other numbers at which somebody is looked for. Immutable.
 *
 * @param firstSeconds how long the own devices ring before, to 300; 0 for not at all
 * @param numbers as they are dialled, to 10, none twice
 * @param oneByOne whether they ring one after the other, rather than all at once
 * @param seconds how long they ring, each where they ring one by one; 5 to 300
 * @param otherwise where a call goes that nobody takes; empty for where it goes without an answer
 * @param confirm whether who is called accepts by a key
 * @param internal whether calls from within look for somebody too
 * @param showOwn whether the own number is shown to who is called, rather than the caller's
 */
public record FollowMe(
        @MayBeAbsent boolean on,
        int firstSeconds,
        @MayBeAbsent List<String> numbers,
        @MayBeAbsent boolean oneByOne,
        int seconds,
        Optional<Destination> otherwise,
        @MayBeAbsent boolean confirm,
        @MayBeAbsent boolean internal,
        @MayBeAbsent boolean showOwn) {

    /** Nobody is looked for. */
    public static final FollowMe NONE =
            new FollowMe(false, 15, List.of(), false, 20, Optional.empty(), false, true, false);

    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{2,20}");
    private static final int MOST = 10;
    private static final int LONGEST = 300;

    public FollowMe {
        Bounds.range("firstSeconds", firstSeconds, 0, LONGEST);
        Bounds.range("seconds", seconds, 5, LONGEST);
        numbers = Bounds.distinct("numbers", numbers, MOST);
        for (int i = 0; i < numbers.size(); i++) {
            if (!NUMBER.matcher(numbers.get(i)).matches()) {
                throw Bounds.invalid(
                        "numbers/" + i, "number.dialled", "must be 2 to 20 digits, with a plus or without");
            }
        }
        if (on && numbers.isEmpty()) {
            throw Bounds.invalid("numbers", "follow-me.none", "must have a number");
        }
    }

    /** The same, on or off. */
    public FollowMe on(boolean now) {
        return new FollowMe(now, firstSeconds, numbers, oneByOne, seconds, otherwise, confirm, internal, showOwn);
    }
}
