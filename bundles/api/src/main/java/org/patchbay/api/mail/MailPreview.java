package org.patchbay.api.mail;

/** A mail as it looks in a portal, in the language given; nobody was sent it. */
public record MailPreview(String kind, String language, String subject, String text, String html) {}
