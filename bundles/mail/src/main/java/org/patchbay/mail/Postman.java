package org.patchbay.mail;

import java.nio.file.Path;
import java.util.Optional;
import org.patchbay.api.mail.CalendarPart;

/** Hands one mail to the mail server. */
public interface Postman {

    /**
     * Delivers and returns once the server has taken it.
     *
     * @throws DeliveryException if it did not
     */
    void deliver(Envelope envelope) throws DeliveryException;

    /** What the server is given; the sender is a header's text, perhaps with a name. */
    record Envelope(
            String id,
            String from,
            String to,
            String subject,
            String text,
            String html,
            Optional<CalendarPart> calendar,
            Optional<Enclosure> file) {}

    /** A file that goes with a mail. */
    record Enclosure(Path file, String type, String name) {}

    /** The mail server did not take a mail. */
    final class DeliveryException extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean retryable;
        private final boolean bounced;

        public DeliveryException(String message, boolean retryable) {
            this(message, retryable, false);
        }

        private DeliveryException(String message, boolean retryable, boolean bounced) {
            super(message);
            this.retryable = retryable;
            this.bounced = bounced;
        }

        /** The server said for good that it does not take this mail; the message is what it said. */
        public static DeliveryException bounced(String message) {
            return new DeliveryException(message, false, true);
        }

        /** Whether the server refused the mail or its recipient for good. */
        public boolean bounced() {
            return bounced;
        }

        /** Whether trying again may help. */
        public boolean retryable() {
            return retryable;
        }
    }
}
