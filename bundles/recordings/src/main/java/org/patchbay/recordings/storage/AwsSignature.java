package org.patchbay.recordings.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to S3-compatible stores: AWS Signature Version 4 in the header {@code Authorization}, with the hash of the
 * body. Paths and queries are given as they are sent, the query's parameters in order. Immutable.
 */
record AwsSignature(String region, String keyId, String key) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY = 8;

    /** The headers that sign a request whose body has this SHA-256. */
    Map<String, String> headers(String method, URI uri, String bodyHash, Instant now) {
        String moment = MOMENT.format(now);
        String day = moment.substring(0, DAY);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String canonical = String.join(
                "\n",
                method,
                uri.getRawPath(),
                query,
                "host:" + host(uri),
                "x-amz-content-sha256:" + bodyHash,
                "x-amz-date:" + moment,
                "",
                SIGNED,
                bodyHash);
        String scope = day + "/" + region + "/s3/aws4_request";
        String toSign = String.join("\n", ALGORITHM, moment, scope, hex(sha256(canonical.getBytes(UTF_8))));
        byte[] signing = hmac(hmac(hmac(hmac(("AWS4" + key).getBytes(UTF_8), day), region), "s3"), "aws4_request");
        return Map.of(
                "x-amz-date",
                moment,
                "x-amz-content-sha256",
                bodyHash,
                "Authorization",
                ALGORITHM + " Credential=" + keyId + "/" + scope + ", SignedHeaders=" + SIGNED + ", Signature="
                        + hex(hmac(signing, toSign)));
    }

    /** As the client writes it: with the port where it is not the usual one. */
    private static String host(URI uri) {
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
