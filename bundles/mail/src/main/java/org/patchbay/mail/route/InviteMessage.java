package org.patchbay.mail.route;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.patchbay.api.mail.CalendarPart;
import org.patchbay.mail.Postman;

/**
 * A mail with a calendar (RFC 6047): text, HTML and the calendar as alternatives, and the calendar once more as a file for mail
 * programs that do not look at alternatives. It keeps the id that it was given.
 */
final class InviteMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String id;

    private InviteMessage(String id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    static MimeMessage of(Postman.Envelope envelope, CalendarPart calendar) throws MessagingException {
        var message = new InviteMessage(envelope.id());
        message.setFrom(envelope.from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to()));
        if (!calendar.replyTo().isEmpty()) {
            message.setReplyTo(InternetAddress.parse(calendar.replyTo()));
        }
        message.setSubject(envelope.subject(), UTF_8);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(envelope.text(), "plain"));
        alternatives.addBodyPart(text(envelope.html(), "html"));
        alternatives.addBodyPart(calendar(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method()));
        var first = new MimeBodyPart();
        first.setContent(alternatives);
        MimeBodyPart file = calendar(calendar, "application/ics; name=\"invite.ics\"");
        file.setFileName("invite.ics");
        var all = new MimeMultipart("mixed");
        all.addBodyPart(first);
        all.addBodyPart(file);
        message.setContent(all);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static MimeBodyPart calendar(CalendarPart calendar, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + "@patchbay>");
    }
}
