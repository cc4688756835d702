package org.patchbay.voicemail.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/**
 * Answers requests for a sound file, whole or in part. Nothing but pieces is ever in memory.
 *
 * @param name as which it is downloaded
 * @param range as the header {@code Range} came
 * @param ifRange as the header {@code If-Range} came: with another file than that, the range means nothing
 */
record SoundAnswer(String name, boolean download, Optional<String> range, Optional<String> ifRange) {

    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    /** Whether it is asked for from its beginning, and not on in the middle. */
    static boolean isFirst(Optional<String> range) {
        return range.isEmpty() || range.get().strip().startsWith("bytes=0-");
    }

    Response of(Path file) {
        try {
            long size = Files.size(file);
            String tag = "\"" + Files.getLastModifiedTime(file).toMillis() + "-" + size + "\"";
            Optional<String> wanted =
                    range.filter(text -> ifRange.isEmpty() || ifRange.get().equals(tag));
            return ByteRange.of(wanted, size)
                    .map(part -> part(file, tag, size, part))
                    .orElseGet(() -> answer(Response.ok(stream(file, 0, size)), tag)
                            .header(HttpHeaders.CONTENT_LENGTH, size)
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response part(Path file, String tag, long size, ByteRange part) {
        if (!part.satisfiable()) {
            return Response.status(UNSATISFIABLE)
                    .header("Content-Range", part.contentRange(size))
                    .build();
        }
        return answer(Response.status(PARTIAL).entity(stream(file, part.from(), part.length())), tag)
                .header("Content-Range", part.contentRange(size))
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .build();
    }

    private static StreamingOutput stream(Path file, long from, long length) {
        return out -> {
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
        };
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder answer, String tag) {
        return answer.type("audio/wav")
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (download ? "attachment" : "inline") + "; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
