package org.patchbay.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.secrets.Secrets;

/** Seals as {@code v1.<key id>.<nonce, ciphertext and tag in base64url>}. */
@Component(configurationPid = "org.patchbay.vault")
@Designate(ocd = VaultConfig.class)
public final class SecretService implements Secrets {

    private static final String VERSION = "v1";
    private static final int MAX_PLAIN_BYTES = 64 * 1024;
    private static final int MAX_FIELD_CHARS = 200;

    private final KeyRing keys;
    private final Sealing sealing = new Sealing();

    @Activate
    public SecretService(VaultConfig config) {
        this(keys(Optional.ofNullable(System.getenv("PATCHBAY_KEY")), Path.of(config.keyFile())));
    }

    SecretService(KeyRing keys) {
        this.keys = keys;
    }

    static KeyRing keys(Optional<String> environment, Path file) {
        return environment
                .filter(text -> !text.isBlank())
                .map(text -> KeyRing.parse("PATCHBAY_KEY", text))
                .orElseGet(() -> KeyRing.parse("The key file " + file, new KeyFile(file).read()));
    }

    @Override
    public String seal(PortalId portal, String field, String plain) {
        byte[] bytes = plain.getBytes(UTF_8);
        if (bytes.length > MAX_PLAIN_BYTES || field.length() > MAX_FIELD_CHARS) {
            throw Problem.TOO_LARGE.because("secret.too-large", "A secret may have " + MAX_PLAIN_BYTES + " bytes");
        }
        String id = keys.presentId();
        return VERSION + '.' + id + '.' + sealing.seal(keys.key(id).orElseThrow(), bound(id, portal, field), bytes);
    }

    @Override
    public String open(PortalId portal, String field, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !VERSION.equals(parts[0])) {
            throw altered();
        }
        SecretKey key = keys.key(parts[1])
                .orElseThrow(() -> Problem.UNAVAILABLE.because(
                        "secret.other-key", "This secret was sealed with a key that is not here; enter it again"));
        return sealing.open(key, bound(parts[1], portal, field), parts[2])
                .map(plain -> new String(plain, UTF_8))
                .orElseThrow(SecretService::altered);
    }

    /** The associated data; each part carries its length, so that no two triples give the same bytes. */
    private static byte[] bound(String keyId, PortalId portal, String field) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(keyId);
            out.writeUTF(portal.value());
            out.writeUTF(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PatchbayException altered() {
        return Problem.UNAVAILABLE.because("secret.altered", "This secret does not open; enter it again");
    }
}
