package org.patchbay.sip.transport;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;

/** Why a connection by TLS did not come about: what is wrong with the certificate of the other side (RFC 5922, section 7). */
public enum TlsFault {
    /** Nobody who is trusted here signed it. */
    UNTRUSTED("The certificate is not trusted"),
    /** It names another host. */
    OTHER_HOST("The certificate names another host"),
    /** It is over, or its time has not begun. */
    EXPIRED("The certificate has expired");

    private static final int DEEPEST = 20;

    private final String words;

    TlsFault(String words) {
        this.words = words;
    }

    /** The same in English. */
    public String words() {
        return words;
    }

    /** By what a handshake failed of; empty for anything but a certificate. */
    static Optional<TlsFault> of(Throwable failure) {
        Optional<TlsFault> found = Optional.empty();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            Optional<TlsFault> here = ofOne(cause);
            found = here.isPresent() ? here : found;
            if (here.equals(Optional.of(EXPIRED))) {
                return here;
            }
        }
        return found;
    }

    private static Optional<TlsFault> ofOne(Throwable cause) {
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return Optional.of(EXPIRED);
        }
        if (cause instanceof CertPathValidatorException invalid) {
            boolean late =
                    invalid.getReason() == BasicReason.EXPIRED || invalid.getReason() == BasicReason.NOT_YET_VALID;
            return Optional.of(late ? EXPIRED : UNTRUSTED);
        }
        if (cause instanceof CertPathBuilderException) {
            return Optional.of(UNTRUSTED);
        }
        // The check of the name throws the plain one, with nothing below; the check of the path throws classes of its
        // own.
        return cause instanceof CertificateException
                ? Optional.of(cause.getClass() == CertificateException.class ? OTHER_HOST : UNTRUSTED)
                : Optional.empty();
    }
}
