package org.patchbay.spi.mail;

import org.osgi.annotation.versioning.ConsumerType;

/** A mail template of a slice. */
@ConsumerType
public interface MailTemplate {

    /** Kebab-case, unique in the running system. */
    String name();

    /**
     * The text in this language (en, de, es, fr): the first line is the subject, then an empty line, then paragraphs;
     * {@code {name}} is replaced by a value, a line that is only {@code {link}} becomes a button in HTML.
     */
    String text(String language);
}
