package org.patchbay.certificates;

import java.util.Optional;

/**
 * A certificate as it is handed in: PEM with the chain and the key, or a PKCS12 file in base64 with its password.
 * Immutable.
 */
public record CertificateDraft(Optional<String> pem, Optional<String> pkcs12, Optional<String> password) {

    /** Without the key, which must reach no log. */
    @Override
    public String toString() {
        return "CertificateDraft";
    }
}
