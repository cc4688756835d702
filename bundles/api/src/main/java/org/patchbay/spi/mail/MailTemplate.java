package org.patchbay.spi.mail;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** A mail template of a slice. */
@ConsumerType
public interface MailTemplate {

    /** Kebab-case, unique in the running system. */
    String name();

    /**
     * The text in this language (en, de, es, fr): the first line is the subject, then an empty line, then paragraphs;
     * {@code {name}} is replaced by a value. A line {@code {link} Choose a password} becomes a button of that label in HTML
     * and the bare link in text; so does one with a place whose name ends in {@code Link}. Name and logo of the portal, and
     * whom to ask, are put around it.
     */
    String text(String language);

    /** Values that make a preview of it, beside name, login, portal, link, expires and day, which there always are. */
    default Map<String, String> sample() {
        return Map.of();
    }
}
