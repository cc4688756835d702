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
            Optional<String> wanted = asked.range()
                    .filter(text ->
                            asked.ifRange().isEmpty() || asked.ifRange().get().equals(tag));
            return ByteRange.of(wanted, size)
                    .map(range -> part(file, headers, size, range))
                    .orElseGet(() -> new FilePart(file, WHOLE, sized(headers, size), 0, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FilePart part(Path file, Map<String, String> headers, long size, ByteRange range) {
        if (!range.satisfiable()) {
            return new FilePart(file, UNSATISFIABLE, Map.of("Content-Range", range.contentRange(size)), 0, 0);
        }
        headers.put("Content-Range", range.contentRange(size));
        return new FilePart(file, PARTIAL, sized(headers, range.length()), range.from(), range.length());
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
