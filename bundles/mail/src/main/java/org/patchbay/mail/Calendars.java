package org.patchbay.mail;

import org.patchbay.api.mail.CalendarPart;

/** What a mail says to calendars as one text: the method, where answers go, and the calendar, a line each. */
final class Calendars {

    private Calendars() {}

    static String write(CalendarPart part) {
        return part.method() + "\n" + part.replyTo() + "\n" + part.text();
    }

    static CalendarPart read(String text) {
        int method = text.indexOf('\n');
        int replyTo = text.indexOf('\n', method + 1);
        return new CalendarPart(
                text.substring(0, method), text.substring(replyTo + 1), text.substring(method + 1, replyTo));
    }
}
