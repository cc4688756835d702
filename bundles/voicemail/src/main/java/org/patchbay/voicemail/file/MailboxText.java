package org.patchbay.voicemail.file;

import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.Destination;
import org.patchbay.voicemail.box.MailboxSettings;

/** What is chosen of a mailbox, as a portal's file has it; its PIN and its greetings are not in it. */
public record MailboxText(
        String number,
        @MayBeAbsent boolean enabled,
        Optional<String> language,
        @MayBeAbsent boolean mail,
        @MayBeAbsent boolean attach,
        @MayBeAbsent boolean deleteMailed,
        @MayBeAbsent boolean envelope,
        @MayBeAbsent boolean callerId,
        @MayBeAbsent boolean pinAtOwnPhone,
        Optional<String> operator,
        int shortestSeconds,
        int longestSeconds,
        int silenceSeconds,
        @MayBeAbsent boolean review,
        @MayBeAbsent boolean dictation,
        @MayBeAbsent boolean dictationMail) {

    static MailboxText of(String number, MailboxSettings settings, Optional<String> operator) {
        return new MailboxText(
                number,
                settings.enabled(),
                settings.language(),
                settings.mail(),
                settings.attach(),
                settings.deleteMailed(),
                settings.envelope(),
                settings.callerId(),
                settings.pinAtOwnPhone(),
                operator,
                settings.shortestSeconds(),
                settings.longestSeconds(),
                settings.silenceSeconds(),
                settings.review(),
                settings.dictation(),
                settings.dictationMail());
    }

    MailboxSettings settings(Optional<Destination> led) {
        return new MailboxSettings(
                enabled,
                language,
                mail,
                envelope,
                callerId,
                pinAtOwnPhone,
                led,
                shortestSeconds,
                longestSeconds,
                silenceSeconds,
                review,
                attach,
                deleteMailed,
                dictation,
                dictationMail);
    }
}
