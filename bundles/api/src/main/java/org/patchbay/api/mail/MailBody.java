package org.patchbay.api.mail;

/** The two forms of a mail's body. */
public record MailBody(String text, String html) {}
