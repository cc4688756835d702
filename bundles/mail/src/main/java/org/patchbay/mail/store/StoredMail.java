package org.patchbay.mail.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailFile;

/**
 * A mail as it is kept.
 *
 * @param sealedText the body as text, sealed, for it may hold one-time links; empty once sent
 * @param sealedHtml the body as HTML, likewise
 * @param due when it is tried next
 * @param person whose account it is about or for
 * @param sealedCalendar what it says to calendars, likewise
 * @param file what is attached; forgotten once sent
 */
public record StoredMail(
        Mail mail,
        Optional<String> sealedText,
        Optional<String> sealedHtml,
        Instant due,
        Optional<PersonId> person,
        Optional<String> sealedCalendar,
        Optional<MailFile> file) {

    /** A mail that says nothing to calendars. */
    public StoredMail(
            Mail mail,
            Optional<String> sealedText,
            Optional<String> sealedHtml,
            Instant due,
            Optional<PersonId> person) {
        this(mail, sealedText, sealedHtml, due, person, Optional.empty(), Optional.empty());
    }

    /** The same mail further on; calendar and file go with the text. */
    public StoredMail with(Mail changed, Optional<String> text, Optional<String> html, Instant next) {
        return new StoredMail(
                changed,
                text,
                html,
                next,
                person,
                sealedCalendar.filter(kept -> text.isPresent()),
                file.filter(kept -> text.isPresent()));
    }
}
