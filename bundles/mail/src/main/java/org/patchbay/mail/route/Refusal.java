package org.patchbay.mail.route;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.mail.Postman;

/** What the mail server said, in one line, and whether it said it for good (a 5yz reply, RFC 5321, section 4.2.1). */
record Refusal(String message, boolean permanent) {

    private static final Pattern REPLY = Pattern.compile("(?m)^\\s*([45])\\d\\d[ -].*$");

    static Refusal of(Throwable failure) {
        String last = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message == null) {
                continue;
            }
            Matcher reply = REPLY.matcher(message);
            if (reply.find()) {
                return new Refusal(reply.group().strip(), reply.group(1).equals("5"));
            }
            last = message.lines().findFirst().orElse(last);
        }
        return new Refusal(last, false);
    }

    Postman.DeliveryException toException() {
        return new Postman.DeliveryException(message, !permanent);
    }
}
