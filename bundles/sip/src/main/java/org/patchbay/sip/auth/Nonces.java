package org.patchbay.sip.auth;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that are known again by their seal, so that a challenge costs no memory. They are good from the network they were
 * given to, so that nobody has wrong passwords counted against an address that is not theirs; what is remembered of one that was used
 * is which of its counts came (RFC 7616, section 3.3). Two generations are remembered; one that is older is stale. Thread-safe.
 */
public final class Nonces {

    /** What a nonce with its count is worth. */
    enum Verdict {
        GOOD,
        /** Ours, but too old, or used with this count before. */
        STALE,
        /** Not ours. */
        FORGED
    }

    private static final int SEAL = 12;
    private static final int LENGTH = 8 + 8 + SEAL;
    private static final int WINDOW = 64;
    private static final int IPV6_PREFIX = 8;

    /** With its key, for copies: making one anew costs more than sealing. */
    private final Mac seal;

    private final Clock clock;
    private final Duration life;
    private final int most;
    private final AtomicLong numbers = new AtomicLong();
    private Map<Long, Window> present = new HashMap<>();
    private Map<Long, Window> former = new HashMap<>();
    private long presentSince;
    private long formerSince;

    /** The greatest number is of used nonces in one generation. */
    public Nonces(Clock clock, Duration life, int most) {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.seal = mac(secret);
        this.clock = clock;
        this.life = life;
        this.most = most;
        this.presentSince = clock.millis();
        this.formerSince = presentSince;
    }

    /** A new one for a realm and who asked from there. */
    String issue(String realm, InetAddress address) {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        out.putLong(clock.millis()).putLong(numbers.incrementAndGet());
        out.put(seal(out.array(), realm, address), 0, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
    }

    /** Looks at one whose digest is right, and marks its count as used. */
    Verdict use(String nonce, String realm, InetAddress address, long count) {
        byte[] bytes = bytes(nonce);
        if (!isOurs(bytes, realm, address)) {
            return Verdict.FORGED;
        }
        long issued = ByteBuffer.wrap(bytes).getLong();
        long number = ByteBuffer.wrap(bytes).getLong(8);
        return mark(issued, number, count) ? Verdict.GOOD : Verdict.STALE;
    }

    /** Looks at one without using it. */
    Verdict look(String nonce, String realm, InetAddress address) {
        byte[] bytes = bytes(nonce);
        if (!isOurs(bytes, realm, address)) {
            return Verdict.FORGED;
        }
        boolean old = ByteBuffer.wrap(bytes).getLong() < clock.millis() - life.toMillis();
        return old ? Verdict.STALE : Verdict.GOOD;
    }

    private static byte[] bytes(String nonce) {
        try {
            return Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private boolean isOurs(byte[] bytes, String realm, InetAddress address) {
        return bytes.length == LENGTH
                && MessageDigest.isEqual(
                        Arrays.copyOfRange(bytes, LENGTH - SEAL, LENGTH),
                        Arrays.copyOf(seal(bytes, realm, address), SEAL));
    }

    private synchronized boolean mark(long issued, long number, long count) {
        long now = clock.millis();
        if (present.size() >= most || now - presentSince > life.toMillis()) {
            former = present;
            formerSince = presentSince;
            present = new HashMap<>();
            presentSince = now;
        }
        if (issued < formerSince || issued < now - life.toMillis()) {
            return false;
        }
        Window old = former.get(number);
        return present.computeIfAbsent(number, key -> old == null ? new Window() : old)
                .mark(count);
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] seal(byte[] bytes, String realm, InetAddress address) {
        try {
            Mac mac = (Mac) seal.clone();
            mac.update(bytes, 0, LENGTH - SEAL);
            byte[] network = address.getAddress();
            mac.update(network, 0, Math.min(network.length, IPV6_PREFIX));
            return mac.doFinal(realm.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which counts came; those that overtook each other on the way are both good. */
    private static final class Window {

        private long highest;
        private long seen;

        private boolean mark(long count) {
            if (count > highest) {
                long ahead = count - highest;
                seen = ahead >= WINDOW ? 0 : seen << ahead;
                seen |= 1;
                highest = count;
                return true;
            }
            long behind = highest - count;
            if (count < 1 || behind >= WINDOW || (seen & (1L << behind)) != 0) {
                return false;
            }
            seen |= 1L << behind;
            return true;
        }
    }
}
