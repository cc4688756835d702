package org.patchbay.api.mail;

import java.util.Optional;

/**
 * The forms of a mail's body.
 *
 * @param calendar what it says to calendars, if anything
 */
public record MailBody(String text, String html, Optional<String> calendar) {

    /** A body that says nothing to calendars. */
    public MailBody(String text, String html) {
        this(text, html, Optional.empty());
    }
}
