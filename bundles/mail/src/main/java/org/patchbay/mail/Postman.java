package org.patchbay.mail;

/** Hands one mail to the mail server. */
public interface Postman {

    /**
     * Delivers and returns once the server has taken it.
     *
     * @throws DeliveryException if it did not
     */
    void deliver(Envelope envelope) throws DeliveryException;

    /** What the server is given. */
    record Envelope(String id, String from, String to, String subject, String text, String html) {}

    /** The mail server did not take a mail. */
    final class DeliveryException extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean retryable;

        public DeliveryException(String message, boolean retryable) {
            super(message);
            this.retryable = retryable;
        }

        /** Whether trying again may help. */
        public boolean retryable() {
            return retryable;
        }
    }
}
