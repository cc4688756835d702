package org.patchbay.voicemail.box;

import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.Destination;

/**
 * What is chosen of a mailbox, as in {@link MailboxSettings}, and whether it has a PIN. Immutable.
 *
 * @param version grows with each change; the ETag of the resource
 */
public record ShownMailbox(
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
        @MayBeAbsent boolean dictationMail,
        boolean hasPin,
        long version) {

    /** Of a mailbox. */
    public static ShownMailbox of(Mailbox box) {
        MailboxSettings chosen = box.settings();
        return new ShownMailbox(
                chosen.enabled(),
                chosen.language(),
                chosen.mail(),
                chosen.envelope(),
                chosen.callerId(),
                chosen.pinAtOwnPhone(),
                chosen.operator(),
                chosen.shortestSeconds(),
                chosen.longestSeconds(),
                chosen.silenceSeconds(),
                chosen.review(),
                chosen.attach(),
                chosen.deleteMailed(),
                chosen.dictation(),
                chosen.dictationMail(),
                box.pin().isPresent(),
                box.version());
    }
}
