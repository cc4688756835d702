package org.patchbay.mail.route;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.mail.Postman;

/**
 * What the mail server said, in one line.
 *
 * @param permanent whether it said it for good (a 5yz reply, RFC 5321, section 4.2.1)
 * @param bounced whether what it said is about this mail or its recipient, not about the sender or the sign-in
 */
record Refusal(String message, boolean permanent, boolean bounced) {

    private static final Pattern REPLY = Pattern.compile("(?m)^\\s*([45])\\d\\d[ -].*$");

    /** By name, for the mail library is Camel's and not this bundle's: RCPT refused, DATA refused. */
    private static final Set<String> ABOUT_THE_MAIL = Set.of("SMTPAddressFailedException", "SMTPSendFailedException");

    static Refusal of(Throwable failure) {
        String last = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message == null) {
                continue;
            }
            Matcher reply = REPLY.matcher(message);
            if (reply.find()) {
                boolean permanent = reply.group(1).equals("5");
                return new Refusal(reply.group().strip(), permanent, permanent && ABOUT_THE_MAIL.contains(name(cause)));
            }
            last = message.lines().findFirst().orElse(last);
        }
        return new Refusal(last, false, false);
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    Postman.DeliveryException toException() {
        return bounced
                ? Postman.DeliveryException.bounced(message)
                : new Postman.DeliveryException(message, !permanent);
    }
}
