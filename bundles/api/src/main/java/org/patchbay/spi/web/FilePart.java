package org.patchbay.spi.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as the answer to a request: whole, or the one range that was asked for (RFC 9110, section 14). Requests of several
 * ranges are answered whole, as the RFC allows. Immutable.
 *
 * @param status 200, 206, or 416 for a range that there is not
 * @param headers of the answer
 * @param from the first byte of it
 * @param length how many bytes; none with 416
 */
public record FilePart(Path file, int status, Map<String, String> headers, long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final int WHOLE = 200;
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    public FilePart {
        headers = Map.copyOf(headers);
    }

    /**
     * What was asked for.
     *
     * @param range as the header {@code Range} came
     * @param ifRange as the header {@code If-Range} came: with another file than that, the range means nothing
     */
    public record Asked(boolean download, Optional<String> range, Optional<String> ifRange) {}

    /**
     * The answer for a file that is there.
     *
     * @param name as which it is downloaded: letters, digits, dots and dashes
     */
    public static FilePart of(Path file, String mediaType, String name, Asked asked) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a file");
        }
        try {
            long size = Files.size(file);
            String tag = "\"" + Files.getLastModifiedTime(file).toMillis() + "-" + size + "\"";
            var headers = new LinkedHashMap<String, String>();
            headers.put("Content-Type", mediaType);
            headers.put("Accept-Ranges", "bytes");
            headers.put("ETag", tag);
            headers.put(
                    "Content-Disposition",
                    (asked.download() ? "attachment" : "inline") + "; filename=\"" + name + "\"");
            headers.put("X-Content-Type-Options", "nosniff");
            headers.put("Cache-Control", "private, no-cache");
            Optional<Matcher> wanted = asked.range()
                    .filter(text ->
                            asked.ifRange().isEmpty() || asked.ifRange().get().equals(tag))
                    .map(ONE::matcher)
                    .filter(Matcher::matches);
            return wanted.flatMap(found -> part(file, headers, size, found.group(1), found.group(2)))
                    .orElseGet(() -> new FilePart(file, WHOLE, sized(headers, size), 0, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FilePart> part(
            Path file, Map<String, String> headers, long size, String first, String last) {
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!first.isEmpty() && !last.isEmpty() && Long.parseLong(last) < from) {
            return Optional.empty();
        }
        if (from >= size) {
            return Optional.of(new FilePart(file, UNSATISFIABLE, Map.of("Content-Range", "bytes */" + size), 0, 0));
        }
        headers.put("Content-Range", "bytes " + from + "-" + to + "/" + size);
        long length = to - from + 1;
        return Optional.of(new FilePart(file, PARTIAL, sized(headers, length), from, length));
    }

    private static Map<String, String> sized(Map<String, String> headers, long length) {
        headers.put("Content-Length", String.valueOf(length));
        return headers;
    }

    /** Writes the bytes; nothing but pieces is ever in memory. */
    public void write(OutputStream out) throws IOException {
        WritableByteChannel target = Channels.newChannel(out);
        try (FileChannel source = FileChannel.open(file)) {
            long done = 0;
            while (done < length) {
                long sent = source.transferTo(from + done, length - done, target);
                if (sent <= 0) {
                    throw new IOException("The file became shorter");
                }
                done += sent;
            }
        }
    }
}
