package org.patchbay.recordings.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpTransfer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps files in a bucket of an S3-compatible store, addressed by path. What is larger than a part is sent in parts. Nothing
 * but pieces is ever in memory.
 */
public final class S3Storage implements RecordingStorage {

    private static final Logger log = LoggerFactory.getLogger(S3Storage.class);

    /** At least 5 MiB, and at most 10,000 of them: files of 156 GiB. */
    private static final long PART_BYTES = 16L << 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int TEXT_LIMIT = 64 * 1024;
    private static final Pattern UPLOAD = Pattern.compile("<UploadId>([^<]{1,1024})</UploadId>");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*(\\.[a-z0-9]+)?");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int PARTIAL = 206;
    private static final int NOT_FOUND = 404;

    private final Http http;
    private final String bucket;
    private final AwsSignature signature;
    private final long partBytes;
    private final Clock clock;

    public S3Storage(Http http, URI address, String region, String bucket, String keyId, String key) {
        this(http, address, bucket, new AwsSignature(region, keyId, key), PART_BYTES, Clock.systemUTC());
    }

    S3Storage(Http http, URI address, String bucket, AwsSignature signature, long partBytes, Clock clock) {
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException("Not the name of a bucket: " + bucket);
        }
        this.http = http;
        this.bucket = address.toString().replaceFirst("/+$", "") + "/" + bucket + "/";
        this.signature = signature;
        this.partBytes = partBytes;
        this.clock = clock;
    }

    @Override
    public void put(String key, String mediaType, Path file) throws IOException {
        long size = Files.size(file);
        if (size <= partBytes) {
            var whole = new Piece(file, 0, size);
            ask("PUT", key, "", Map.of("Content-Type", mediaType), Optional.of(whole), whole.hash());
            return;
        }
        String upload = query(value(
                ask("POST", key, "uploads=", Map.of("Content-Type", mediaType), Optional.empty(), empty()), UPLOAD));
        try {
            var parts = new StringBuilder("<CompleteMultipartUpload>");
            int number = 1;
            for (long from = 0; from < size; from += partBytes) {
                var piece = new Piece(file, from, Math.min(partBytes, size - from));
                String tag = put(key, "partNumber=" + number + "&uploadId=" + upload, piece);
                parts.append("<Part><PartNumber>")
                        .append(number++)
                        .append("</PartNumber><ETag>")
                        .append(tag.replace("\"", "&quot;"))
                        .append("</ETag></Part>");
            }
            complete(key, upload, parts.append("</CompleteMultipartUpload>").toString());
        } catch (IOException | RuntimeException e) {
            giveUp(key, upload);
            throw e;
        }
    }

    /** Sends a part and answers its tag. */
    private String put(String key, String query, Piece piece) throws IOException {
        return send("PUT", key, query, Map.of(), Optional.of(piece), piece.hash(), (status, headers, body) -> {
            expect(status, body, OK);
            return Optional.ofNullable(headers.get("etag"))
                    .flatMap(tags -> tags.stream().findFirst())
                    .orElseThrow(() -> new IOException("The store gave a part no tag"));
        });
    }

    private void complete(String key, String upload, String parts) throws IOException {
        byte[] text = parts.getBytes(UTF_8);
        String answer = ask(
                "POST",
                key,
                "uploadId=" + upload,
                Map.of("Content-Type", "application/xml"),
                Optional.of(new Text(text)),
                AwsSignature.hex(AwsSignature.sha256(text)));
        // A failure after the first byte of the answer has status 200 all the same.
        if (answer.contains("<Error>")) {
            throw new IOException("The store did not join the parts: " + code(answer));
        }
    }

    private void giveUp(String key, String upload) {
        try {
            send(
                    "DELETE",
                    key,
                    "uploadId=" + upload,
                    Map.of(),
                    Optional.empty(),
                    empty(),
                    (status, headers, body) -> status);
        } catch (IOException | RuntimeException e) {
            log.warn("Parts of {} stay in the store", key, e);
        }
    }

    @Override
    public void read(String key, long from, long length, OutputStream out) throws IOException {
        check(key);
        if (length == 0) {
            return;
        }
        var range = Map.of("Range", "bytes=" + from + "-" + (from + length - 1));
        send("GET", key, "", range, Optional.empty(), empty(), (status, headers, body) -> {
            expect(status, body, PARTIAL);
            Piece.copy(body, length, out);
            return status;
        });
    }

    @Override
    public void delete(String key) throws IOException {
        send("DELETE", key, "", Map.of(), Optional.empty(), empty(), (status, headers, body) -> {
            expect(status, body, OK, NO_CONTENT, NOT_FOUND);
            return status;
        });
    }

    private String ask(
            String method,
            String key,
            String query,
            Map<String, String> headers,
            Optional<HttpTransfer.Body> body,
            String hash)
            throws IOException {
        return send(method, key, query, headers, body, hash, (status, answered, answer) -> {
            String text = text(answer);
            if (status != OK) {
                throw refused(status, text);
            }
            return text;
        });
    }

    private <T> T send(
            String method,
            String key,
            String query,
            Map<String, String> headers,
            Optional<HttpTransfer.Body> body,
            String hash,
            HttpTransfer.Taker<T> taker)
            throws IOException {
        check(key);
        URI uri = URI.create(bucket + key + (query.isEmpty() ? "" : "?" + query));
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(signature.headers(method, uri, hash, clock.instant()));
        try {
            return http.transfer(new HttpTransfer(method, uri, all, body, TIMEOUT), taker);
        } catch (PatchbayException e) {
            throw new IOException("The store cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void check(String key) throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw new IOException("Not a key: " + key);
        }
    }

    private static void expect(int status, InputStream body, Integer... wanted) throws IOException {
        if (!List.of(wanted).contains(status)) {
            throw refused(status, text(body));
        }
    }

    private static IOException refused(int status, String text) {
        return new IOException("The store answered " + status + " " + code(text));
    }

    private static String code(String text) {
        Matcher found = Pattern.compile("<Code>([A-Za-z0-9.]{1,100})</Code>").matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String value(String text, Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("The store began no upload: " + code(text));
        }
        return found.group(1);
    }

    /** A value as it stands in a query that is signed: everything but unreserved characters is escaped. */
    private static String query(String value) {
        var escaped = new StringBuilder();
        for (byte one : value.getBytes(UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readNBytes(TEXT_LIMIT), UTF_8);
    }

    private static String empty() {
        return AwsSignature.hex(AwsSignature.sha256(new byte[0]));
    }

    /** A short body; not copied, as nobody changes it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Text(byte[] bytes) implements HttpTransfer.Body {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }
}
