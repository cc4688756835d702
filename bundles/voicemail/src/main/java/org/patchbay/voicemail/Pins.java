package org.patchbay.voicemail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.voicemail.box.Mailbox;

/**
 * PINs of mailboxes: 4 to 10 digits, kept as Argon2id hashes (RFC 9106, PHC string format); wrong ones are counted over all
 * servers. Takes some 20 ms for each. Thread-safe.
 */
@Component(service = Pins.class, configurationPid = "org.patchbay.voicemail")
public final class Pins {

    private static final Pattern PIN = Pattern.compile("[0-9]{4,10}");
    private static final Duration STRETCH = Duration.ofMinutes(15);
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String HEAD = "$argon2id$v=19$m=19456,t=2,p=1$";

    private final SecureRandom random = new SecureRandom();
    private final ClusterMap wrong;
    private final int most;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Pins(@Reference Cluster cluster, VoicemailConfig config) {
        this.wrong = cluster.map("voicemail-wrong-pins", STRETCH);
        this.most = config.wrongPins();
    }

    /** What is kept of a PIN; INVALID unless it is one. */
    public String hash(String pin) {
        if (!PIN.matcher(pin).matches()) {
            throw Problem.INVALID.at("/pin", "voicemail.pin", "must be 4 to 10 digits");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return HEAD + base64.encodeToString(salt) + "$" + base64.encodeToString(compute(pin, salt));
    }

    /** Whether it is the mailbox's PIN; never after too many wrong ones. */
    public boolean matches(PortalId portal, Mailbox box, String pin) {
        String key = key(portal, box.extension());
        if (isTooMuch(key)) {
            return false;
        }
        boolean right = box.pin().filter(hash -> isOf(hash, pin)).isPresent();
        if (!right) {
            count(key);
        }
        return right;
    }

    /** Whether it is the PIN of somebody's mailbox; never after too many wrong ones at this phone, whosever they were. */
    public boolean matches(PortalId portal, String phone, Optional<Mailbox> box, String pin) {
        String key = key(portal, "phone/" + phone);
        if (isTooMuch(key)) {
            return false;
        }
        boolean right = box.filter(one -> matches(portal, one, pin)).isPresent();
        if (!right) {
            count(key);
        }
        return right;
    }

    private String key(PortalId portal, String of) {
        return portal + "/" + of + "/" + clock.instant().getEpochSecond() / STRETCH.toSeconds();
    }

    private boolean isTooMuch(String key) {
        return wrong.get(key).map(Pins::number).orElse(0) >= most;
    }

    private void count(String key) {
        while (true) {
            Optional<byte[]> before = wrong.get(key);
            byte[] next =
                    Integer.toString(before.map(Pins::number).orElse(0) + 1).getBytes(StandardCharsets.US_ASCII);
            if (before.isPresent() ? wrong.replace(key, before.get(), next) : wrong.putIfAbsent(key, next)) {
                return;
            }
        }
    }

    private static int number(byte[] bytes) {
        return Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII));
    }

    private static boolean isOf(String hash, String pin) {
        String[] parts = hash.substring(HEAD.length()).split("\\$", 2);
        byte[] expected = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(compute(pin, Base64.getDecoder().decode(parts[0])), expected);
    }

    private static byte[] compute(String pin, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(pin.getBytes(StandardCharsets.US_ASCII), hash);
        return hash;
    }
}
