package org.patchbay.recordings.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.patchbay.api.recordings.RecordingContent;
import org.patchbay.api.recordings.Recordings.Fetch;
import org.patchbay.spi.web.ByteRange;

/**
 * Answers requests for files: whole, in part, or their headers alone. Nothing but pieces is ever in memory.
 *
 * @param method GET or HEAD
 * @param range as the header {@code Range} came
 * @param ifRange as the header {@code If-Range} came: with another file than that, the range means nothing
 */
record FileAnswer(String method, Optional<String> range, Optional<String> ifRange, boolean download) {

    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    /** What the file is fetched for; whoever asks for a part has it too. */
    Fetch fetch() {
        return new Fetch(download, !isHead());
    }

    private boolean isHead() {
        return method.equals(HttpMethod.HEAD);
    }

    Response of(RecordingContent content) {
        if (isHead()) {
            // CXF says that the length is 0 where there is no entity at all.
            return answer(Response.ok((StreamingOutput) out -> {}), content)
                    .header(HttpHeaders.CONTENT_LENGTH, content.size())
                    .build();
        }
        String tag = quoted(content);
        Optional<String> wanted =
                range.filter(text -> ifRange.isEmpty() || ifRange.get().equals(tag));
        return ByteRange.of(wanted, content.size())
                .map(part -> part(content, part))
                .orElseGet(() -> answer(Response.ok(stream(content, 0, content.size())), content)
                        .header(HttpHeaders.CONTENT_LENGTH, content.size())
                        .build());
    }

    private Response part(RecordingContent content, ByteRange part) {
        String contentRange = part.contentRange(content.size());
        if (!part.satisfiable()) {
            return Response.status(UNSATISFIABLE)
                    .header("Content-Range", contentRange)
                    .build();
        }
        return answer(Response.status(PARTIAL).entity(stream(content, part.from(), part.length())), content)
                .header("Content-Range", contentRange)
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .build();
    }

    private static StreamingOutput stream(RecordingContent content, long from, long length) {
        return out -> content.write(from, length, out);
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder answer, RecordingContent content) {
        String name =
                URLEncoder.encode(content.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return answer.type(content.mediaType())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, quoted(content))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (download ? "attachment" : "inline") + "; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static String quoted(RecordingContent content) {
        return '"' + content.tag() + '"';
    }
}
