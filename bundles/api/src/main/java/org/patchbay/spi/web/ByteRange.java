package org.patchbay.spi.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one range of bytes that a request asks for (RFC 9110, section 14.1.2). Requests of several are answered whole, as
 * the RFC allows. Immutable.
 *
 * @param from the first byte
 * @param length how many
 * @param satisfiable whether there is any such byte
 */
public record ByteRange(long from, long length, boolean satisfiable) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** The range that the header asks for, of content of this size; empty for all of it. */
    public static Optional<ByteRange> of(Optional<String> header, long size) {
        return header.map(ONE::matcher)
                .filter(Matcher::matches)
                .flatMap(found -> of(found.group(1), found.group(2), size));
    }

    private static Optional<ByteRange> of(String first, String last, long size) {
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(ofEnd(Long.parseLong(last), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(from, to - from + 1, from < size));
    }

    private static ByteRange ofEnd(long count, long size) {
        long length = Math.min(count, size);
        return new ByteRange(size - length, length, length > 0);
    }

    /** The header {@code Content-Range} of the answer, of content of this size. */
    public String contentRange(long size) {
        return satisfiable ? "bytes " + from + "-" + (from + length - 1) + "/" + size : "bytes */" + size;
    }
}
