package org.patchbay.api.mail;

import java.util.Map;

/**
 * A mail to be written from a template.
 *
 * @param to an e-mail address (RFC 5321)
 * @param template the name of a {@code MailTemplate}
 * @param language en, de, es or fr
 * @param values what the template's {@code {name}} places are filled with
 */
public record MailDraft(String to, String template, String language, Map<String, String> values) {}
