package org.patchbay.voicemail.file;

import java.util.List;
import org.patchbay.api.MayBeAbsent;

/** The mailboxes of a portal in its file, by number; those of which nothing was chosen are left out. */
public record VoicemailText(@MayBeAbsent List<MailboxText> mailboxes) {

    public VoicemailText {
        mailboxes = List.copyOf(mailboxes);
    }
}
