package org.patchbay.web.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/** Answers that are written without JAX-RS. */
public final class Answers {

    private Answers() {}

    /** Answers with a problem. */
    public static void problem(HttpServletResponse response, ProblemJson problem) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        send(response, problem.status(), ProblemJson.MEDIA_TYPE, problem.text());
    }

    /** Answers with a text of this media type. */
    public static void send(HttpServletResponse response, int status, String mediaType, String text)
            throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
