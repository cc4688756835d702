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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import org.patchbay.api.mail.CalendarPart;
import org.patchbay.mail.Postman;

/**
 * A mail with more than text and HTML: a calendar (RFC 6047) as one more alternative, and once more as a file for mail programs
 * that do not look at alternatives; a file that is attached. It keeps the id that it was given.
 */
final class PartsMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String id;

    private PartsMessage(String id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    /** Whether a mail has such parts. */
    static boolean isFor(Postman.Envelope envelope) {
        return envelope.calendar().isPresent() || envelope.file().isPresent();
    }

    static MimeMessage of(Postman.Envelope envelope) throws MessagingException, IOException {
        var message = new PartsMessage(envelope.id());
        message.setFrom(envelope.from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to()));
        Optional<CalendarPart> calendar = envelope.calendar();
        if (calendar.filter(one -> !one.replyTo().isEmpty()).isPresent()) {
            message.setReplyTo(InternetAddress.parse(calendar.get().replyTo()));
        }
        message.setSubject(envelope.subject(), UTF_8);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(envelope.text(), "plain"));
        alternatives.addBodyPart(text(envelope.html(), "html"));
        if (calendar.isPresent()) {
            alternatives.addBodyPart(calendar(
                    calendar.get(),
                    "text/calendar; charset=UTF-8; method=" + calendar.get().method()));
        }
        var first = new MimeBodyPart();
        first.setContent(alternatives);
        var all = new MimeMultipart("mixed");
        all.addBodyPart(first);
        if (calendar.isPresent()) {
            MimeBodyPart file = calendar(calendar.get(), "application/ics; name=\"invite.ics\"");
            file.setFileName("invite.ics");
            all.addBodyPart(file);
        }
        if (envelope.file().isPresent()) {
            all.addBodyPart(enclosure(envelope.file().get()));
        }
        message.setContent(all);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static MimeBodyPart enclosure(Postman.Enclosure file) throws MessagingException, IOException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(Files.readAllBytes(file.file()), file.type())));
        part.setHeader("Content-Type", file.type());
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName(file.name());
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
