package org.patchbay.audit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * The hash of an entry: SHA-256 over the hash before it and every column as it rests. Each text carries its length, so that
 * no two entries give the same bytes. What is sealed is hashed as sealed: a chain stays whole when a key is destroyed.
 */
public final class Chain {

    /** What the first entry of a portal follows. */
    public static final String START = "0".repeat(64);

    private Chain() {}

    /** The hash of the entry at its place. */
    public static String hash(PortalId portal, String before, StoredEntry entry) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            text(out, "patchbay audit 1");
            text(out, before);
            text(out, portal.value());
            out.writeLong(entry.sequence());
            text(out, entry.id());
            out.writeLong(micros(entry.time()));
            text(out, entry.actor().name());
            text(out, entry.person());
            text(out, entry.sealedName());
            text(out, entry.sealedAddress());
            text(out, entry.action());
            text(out, entry.subjectKind());
            text(out, entry.subjectId());
            text(out, entry.about());
            text(out, entry.before());
            text(out, entry.after());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static void text(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        text(out, text.orElse(""));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
