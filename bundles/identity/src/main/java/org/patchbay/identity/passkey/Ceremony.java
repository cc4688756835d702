package org.patchbay.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.patchbay.identity.store.StoredPasskey;

/** The two ceremonies of WebAuthn (sections 7.1 and 7.2), with attestation "none". Thread-safe. */
final class Ceremony {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    /** The relying party of an origin: its host. */
    static String relyingParty(String origin) {
        String host = URI.create(origin).getHost();
        return host == null ? "" : host;
    }

    /** What a fresh passkey is; empty if it does not answer the challenge as it should. */
    Optional<Fresh> register(String origin, String challenge, Passkeys.PasskeyRegistration answer) {
        try {
            RegistrationData data = manager.verify(
                    new RegistrationRequest(bytes(answer.attestationObject()), bytes(answer.clientDataJson())),
                    new RegistrationParameters(property(origin, challenge), null, false, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Fresh(
                    ENCODER.encodeToString(credential.getCredentialId()),
                    ENCODER.encodeToString(credentials.convert(credential)),
                    authenticator.getSignCount()));
        } catch (WebAuthnException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The new signature counter; empty if the passkey does not answer the challenge as it should. */
    Optional<Long> authenticate(
            String origin,
            String challenge,
            StoredPasskey passkey,
            Passkeys.PasskeyAssertion answer,
            boolean verified) {
        try {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    passkey.counter(),
                    credentials.convert(bytes(passkey.data())),
                    null,
                    null,
                    null,
                    null);
            AuthenticationData data = manager.verify(
                    new AuthenticationRequest(
                            bytes(answer.id()),
                            bytes(answer.authenticatorData()),
                            bytes(answer.clientDataJson()),
                            bytes(answer.signature())),
                    new AuthenticationParameters(property(origin, challenge), record, null, verified, true));
            return Optional.of(
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (WebAuthnException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ServerProperty property(String origin, String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin))
                .rpId(relyingParty(origin))
                .challenge(new DefaultChallenge(bytes(challenge)))
                .build();
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /** A passkey as registered. */
    record Fresh(String credential, String data, long counter) {}
}
