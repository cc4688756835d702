package org.patchbay.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Ids;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.passkey.Passkeys.PasskeyAssertion;
import org.patchbay.identity.passkey.Passkeys.PasskeyRegistration;
import tools.jackson.dataformat.cbor.CBORMapper;

/** One passkey in memory, with what browser and authenticator do around it (WebAuthn, sections 5 and 6). */
final class SoftAuthenticator {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final byte PRESENT = 0x01;
    private static final byte VERIFIED = 0x04;
    private static final byte ATTESTED = 0x40;

    private final KeyPair pair;
    private final byte[] id = Ids.next().getBytes(StandardCharsets.US_ASCII);
    private final String relyingParty;
    private int counter;

    /** Whether it verifies its user. */
    boolean verifies = true;

    SoftAuthenticator(String relyingParty) throws GeneralSecurityException {
        this.relyingParty = relyingParty;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.pair = generator.generateKeyPair();
    }

    PasskeyRegistration register(String origin, String challenge) throws GeneralSecurityException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(authenticatorData(ATTESTED));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(new CBORMapper().writeValueAsBytes(coseKey()));
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data.toByteArray());
        return new PasskeyRegistration(
                BASE64.encodeToString(clientData("webauthn.create", origin, challenge)),
                BASE64.encodeToString(new CBORMapper().writeValueAsBytes(attestation)));
    }

    PasskeyAssertion answer(String origin, String challenge, PersonId person) throws GeneralSecurityException {
        counter++;
        byte[] data = authenticatorData((byte) 0);
        byte[] client = clientData("webauthn.get", origin, challenge);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return new PasskeyAssertion(
                BASE64.encodeToString(id),
                BASE64.encodeToString(client),
                BASE64.encodeToString(data),
                BASE64.encodeToString(signature.sign()),
                Optional.of(BASE64.encodeToString(person.value().getBytes(StandardCharsets.UTF_8))));
    }

    /** As a copy of this one would be that was made earlier. */
    void rewind() {
        counter = 0;
    }

    private byte[] authenticatorData(byte more) throws GeneralSecurityException {
        byte flags = (byte) (PRESENT | (verifies ? VERIFIED : 0) | more);
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put(flags)
                .putInt(counter)
                .array();
    }

    private Map<Integer, Object> coseKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        Map<Integer, Object> cose = new LinkedHashMap<>();
        cose.put(1, 2);
        cose.put(3, -7);
        cose.put(-1, 1);
        cose.put(-2, coordinate(key.getW().getAffineX().toByteArray()));
        cose.put(-3, coordinate(key.getW().getAffineY().toByteArray()));
        return cose;
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] clientData(String type, String origin, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
