package org.patchbay.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sign-in asks next. Immutable.
 *
 * @param token names the sign-in with the answer; good for a few minutes, from the same address
 * @param kind {@code second-factor}, {@code enrolment} or {@code new-password}
 * @param factors any of {@code app}, {@code recovery-code} and {@code passkey}
 * @param enrolment the key of an authenticator app that is to be set up now
 * @param passkey what a passkey is asked
 * @param newPasskey what a browser makes a passkey of, where one may be set up now in place of an app
 */
public record SignInStep(
        String token,
        String kind,
        Set<String> factors,
        Instant expires,
        Optional<AppKey> enrolment,
        Optional<PasskeyQuestion> passkey,
        Optional<NewPasskeyQuestion> newPasskey) {

    public SignInStep {
        factors = Set.copyOf(factors);
    }

    @Override
    public String toString() {
        return "SignInStep[" + kind + "]";
    }

    /**
     * The key of an authenticator app.
     *
     * @param secret in base 32, for typing
     * @param uri the {@code otpauth} URI of the QR code
     */
    public record AppKey(String secret, String uri) {
        @Override
        public String toString() {
            return "AppKey[]";
        }
    }

    /**
     * What a passkey is asked (WebAuthn, section 5.5).
     *
     * @param challenge as base64url
     * @param credentials the ids of those that may answer, as base64url; empty for any of the host's
     * @param userVerification {@code required} or {@code preferred}
     */
    public record PasskeyQuestion(
            String challenge, String relyingParty, List<String> credentials, String userVerification) {
        public PasskeyQuestion {
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * What a browser makes a passkey of (WebAuthn, section 5.4).
     *
     * @param token comes back with the answer
     * @param challenge as base64url
     * @param user the user handle, as base64url
     * @param exclude ids of the passkeys that there are
     */
    public record NewPasskeyQuestion(
            String token,
            String challenge,
            String relyingParty,
            String user,
            String login,
            String name,
            List<String> exclude) {
        public NewPasskeyQuestion {
            exclude = List.copyOf(exclude);
        }
    }
}
