package org.patchbay.api.mail;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;

/**
 * A mail to be written from a template.
 *
 * @param to an e-mail address (RFC 5321)
 * @param template the name of a {@code MailTemplate}
 * @param language en, de, es or fr
 * @param values what the template's {@code {name}} places are filled with
 * @param person whose account the mail is about or for; with that person it goes
 * @param calendar what the mail says to calendars
 * @param file what is attached
 */
public record MailDraft(
        String to,
        String template,
        String language,
        Map<String, String> values,
        Optional<PersonId> person,
        Optional<CalendarPart> calendar,
        Optional<MailFile> file) {

    /** A mail without a file. */
    public MailDraft(
            String to,
            String template,
            String language,
            Map<String, String> values,
            Optional<PersonId> person,
            Optional<CalendarPart> calendar) {
        this(to, template, language, values, person, calendar, Optional.empty());
    }

    /** A mail that says nothing to calendars. */
    public MailDraft(
            String to, String template, String language, Map<String, String> values, Optional<PersonId> person) {
        this(to, template, language, values, person, Optional.empty());
    }

    /** A mail to somebody who has no account. */
    public MailDraft(String to, String template, String language, Map<String, String> values) {
        this(to, template, language, values, Optional.empty());
    }
}
