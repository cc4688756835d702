package org.patchbay.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Looks at the AWS Signature Version 4 of a request as a store does: every header that it names, in order. */
final class SignedRequest {

    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/"
            + "([a-z0-9-]+)/s3/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Duration SKEW = Duration.ofMinutes(15);

    private SignedRequest() {}

    /** The code of what is wrong with it, if something is. */
    static Optional<String> fault(
            String method, URI uri, Headers headers, byte[] body, String region, String keyId, String key) {
        Matcher found = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        String moment = String.valueOf(headers.getFirst("x-amz-date"));
        String hash = String.valueOf(headers.getFirst("x-amz-content-sha256"));
        if (!found.matches()) {
            return Optional.of("AccessDenied");
        }
        if (!found.group(1).equals(keyId)) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!found.group(3).equals(region)) {
            return Optional.of("AuthorizationHeaderMalformed");
        }
        if (!isNow(moment) || !moment.startsWith(found.group(2))) {
            return Optional.of("RequestTimeTooSkewed");
        }
        if (!hash.equals(hex(sha256(body)))) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        List<String> signed = List.of(found.group(4).split(";"));
        if (!signed.contains("host") || !signed.contains("x-amz-date") || !signed.contains("x-amz-content-sha256")) {
            return Optional.of("AccessDenied");
        }
        String canonical = method + "\n" + uri.getRawPath() + "\n" + query(uri) + "\n"
                + signed.stream()
                        .map(name -> name + ":"
                                + String.valueOf(headers.getFirst(name)).strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + found.group(4) + "\n" + hash;
        String scope = found.group(2) + "/" + region + "/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + moment + "\n" + scope + "\n" + hex(sha256(canonical.getBytes(UTF_8)));
        byte[] day = hmac(("AWS4" + key).getBytes(UTF_8), found.group(2));
        byte[] signing = hmac(hmac(hmac(day, region), "s3"), "aws4_request");
        return hex(hmac(signing, toSign)).equals(found.group(5))
                ? Optional.empty()
                : Optional.of("SignatureDoesNotMatch");
    }

    /** Sorted by name; a parameter without a value has an empty one. */
    private static String query(URI uri) {
        return uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .map(one -> one.contains("=") ? one : one + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static boolean isNow(String moment) {
        try {
            Instant said = LocalDateTime.parse(moment, MOMENT).toInstant(ZoneOffset.UTC);
            return Duration.between(said, Instant.now()).abs().compareTo(SKEW) < 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
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
