package org.patchbay.voicemail.box;

import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Problem;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Destination;

/**
 * What is chosen of a mailbox. Immutable.
 *
 * @param enabled whether callers may leave messages
 * @param language of what is said: en, de, es or fr; empty for the portal's
 * @param mail whether a mail tells of each message
 * @param envelope whether date and time are said before a message
 * @param callerId whether the caller's number is said before a message
 * @param pinAtOwnPhone whether the PIN is asked at the own phones too
 * @param operator where a caller goes who presses 0
 * @param shortestSeconds shorter messages are thrown away, 0 to 30
 * @param longestSeconds a message ends then, 10 to 1,800
 * @param silenceSeconds a message ends after so much silence, 0 for never, to 60
 * @param review whether a caller may hear the message and speak it anew
 * @param attach whether the message goes with the mail, unless it is too large
 * @param deleteMailed whether a message is deleted once the mail with it was sent; needs the mail and the message with it
 * @param dictation whether who is at a phone of the extension may dictate
 * @param dictationMail whether a mail brings what was dictated
 */
@PutBack(ShownMailbox.class)
public record MailboxSettings(
        boolean enabled,
        Optional<String> language,
        @MayBeAbsent boolean mail,
        @MayBeAbsent boolean envelope,
        @MayBeAbsent boolean callerId,
        @MayBeAbsent boolean pinAtOwnPhone,
        Optional<Destination> operator,
        int shortestSeconds,
        int longestSeconds,
        int silenceSeconds,
        @MayBeAbsent boolean review,
        @MayBeAbsent boolean attach,
        @MayBeAbsent boolean deleteMailed,
        @MayBeAbsent boolean dictation,
        @MayBeAbsent boolean dictationMail) {

    /** Of a mailbox that nobody chose anything of. */
    public static final MailboxSettings NONE =
            new MailboxSettings(false, Optional.empty(), true, true, true, true, Optional.empty(), 2, 180, 10, false);

    private static final int LONGEST = 1800;

    public MailboxSettings {
        if (language.isPresent() && !language.get().matches("en|de|es|fr")) {
            throw Problem.INVALID.at("/language", "voicemail.language", "must be en, de, es or fr");
        }
        range("/shortestSeconds", shortestSeconds, 0, 30);
        range("/longestSeconds", longestSeconds, 10, LONGEST);
        range("/silenceSeconds", silenceSeconds, 0, 60);
        if (deleteMailed && !(mail && attach)) {
            throw Problem.INVALID.at(
                    "/deleteMailed", "voicemail.delete-mailed", "needs the mail, and the message that goes with it");
        }
    }

    /** The same with dictation, or without. */
    public MailboxSettings dictating(boolean on, boolean byMail) {
        return new MailboxSettings(
                enabled,
                language,
                mail,
                envelope,
                callerId,
                pinAtOwnPhone,
                operator,
                shortestSeconds,
                longestSeconds,
                silenceSeconds,
                review,
                attach,
                deleteMailed,
                on,
                byMail);
    }

    /** Settings of a mailbox whose messages do not go with mails, and of nobody who dictates. */
    public MailboxSettings(
            boolean enabled,
            Optional<String> language,
            boolean mail,
            boolean envelope,
            boolean callerId,
            boolean pinAtOwnPhone,
            Optional<Destination> operator,
            int shortestSeconds,
            int longestSeconds,
            int silenceSeconds,
            boolean review) {
        this(
                enabled,
                language,
                mail,
                envelope,
                callerId,
                pinAtOwnPhone,
                operator,
                shortestSeconds,
                longestSeconds,
                silenceSeconds,
                review,
                false,
                false,
                false,
                false);
    }

    private static void range(String field, int value, int from, int to) {
        if (value < from || value > to) {
            throw Problem.INVALID.at(field, "voicemail.range", "must be " + from + " to " + to);
        }
    }
}
