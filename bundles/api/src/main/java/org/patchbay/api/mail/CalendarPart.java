package org.patchbay.api.mail;

/**
 * What a mail says to calendars (RFC 6047): it is sent beside text and HTML, and as the file {@code invite.ics}.
 *
 * @param method of iTIP, such as {@code REQUEST}
 * @param text the calendar
 * @param replyTo where mail programs send answers to
 */
public record CalendarPart(String method, String text, String replyTo) {}
