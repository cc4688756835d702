package org.patchbay.scheduling.route;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a mail matters to answers: bounded, since anybody may write to a mailbox.
 *
 * @param recipients the addresses alone
 */
record ReplyMail(List<String> recipients, List<String> calendars) {

    private static final int CALENDAR_BYTES = 256 * 1024;
    private static final int MAIL_BYTES = 5 * 1024 * 1024;
    private static final int CALENDARS = 3;
    private static final int DEPTH = 5;
    private static final int PARTS = 20;
    private static final String[] RECIPIENT_HEADERS = {"Delivered-To", "X-Original-To"};

    static ReplyMail read(Message message) throws MessagingException, IOException {
        List<String> recipients = new ArrayList<>();
        for (Address address : all(message.getAllRecipients())) {
            recipients.add(plain(address));
        }
        for (String header : RECIPIENT_HEADERS) {
            String[] values = message.getHeader(header);
            recipients.addAll(values == null ? List.of() : List.of(values));
        }
        List<String> calendars = new ArrayList<>();
        if (message.getSize() <= MAIL_BYTES) {
            collect(message, 0, calendars);
        }
        return new ReplyMail(recipients, calendars);
    }

    private static Address[] all(Address[] addresses) {
        return addresses == null ? new Address[0] : addresses;
    }

    private static String plain(Address address) {
        return address instanceof InternetAddress internet ? internet.getAddress() : address.toString();
    }

    private static void collect(Part part, int depth, List<String> calendars) throws MessagingException, IOException {
        if (depth > DEPTH || calendars.size() >= CALENDARS) {
            return;
        }
        if (part.isMimeType("text/calendar")) {
            try (InputStream in = part.getInputStream()) {
                byte[] bytes = in.readNBytes(CALENDAR_BYTES + 1);
                if (bytes.length <= CALENDAR_BYTES) {
                    calendars.add(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
                collect(parts.getBodyPart(i), depth + 1, calendars);
            }
        }
    }
}
