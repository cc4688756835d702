package org.patchbay.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Around everything that the server answers with. While nothing is there yet, or only the container, it answers 503
 * itself, and it hands on the paths that a servlet container would keep from the slices, so that they are answered like all others. A body that falls silent is not waited for. Thread-safe.
 */
public final class Door extends HandlerWrapper {

    /** The folders of a web archive: there are none here. */
    private static final Pattern ARCHIVE = Pattern.compile("(?i)/+(META|WEB)-INF([/;?#].*)?");

    private static final byte[] STARTING = "The server is starting\n".getBytes(StandardCharsets.UTF_8);
    private static final int UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private final Duration bodyPatience;

    /** A door that waits so long for the next piece of a body. */
    public Door(Duration bodyPatience) {
        this.bodyPatience = bodyPatience;
    }

    /** The same in seconds, as settings have it. */
    public Door(int bodyPatienceSeconds) {
        this(Duration.ofSeconds(bodyPatienceSeconds));
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest http, HttpServletResponse response)
            throws IOException, ServletException {
        String path = ARCHIVE.matcher(target).matches() ? "/-" + target : target;
        EndPoint wire = request.getHttpChannel().getEndPoint();
        long idle = wire.getIdleTimeout();
        boolean patient = hasBody(request);
        if (patient) {
            wire.setIdleTimeout(Math.min(idle, bodyPatience.toMillis()));
        }
        try {
            super.handle(path, request, http, new Unplaced(response));
        } finally {
            // A WebSocket sets its own while it is opened, which is to stay.
            if (patient) {
                wire.setIdleTimeout(idle);
            }
        }
        if (!request.isHandled()) {
            request.setHandled(true);
            starting(response);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void starting(HttpServletResponse response) throws IOException {
        PlainHeaders.on(response::setHeader);
        response.setHeader("Retry-After", "1");
        response.setStatus(UNAVAILABLE);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(STARTING.length);
        response.getOutputStream().write(STARTING);
    }

    /**
     * The container puts a context in place before the entry and the servlets in it, and says itself meanwhile that nothing is found or
     * there yet. What is really not found is said by our servlets, and never by {@code sendError}.
     */
    private static final class Unplaced extends HttpServletResponseWrapper {

        Unplaced(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            if ((status == SC_NOT_FOUND || status == UNAVAILABLE) && !isCommitted()) {
                starting((HttpServletResponse) getResponse());
            } else {
                super.sendError(status);
            }
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            if (status == SC_NOT_FOUND || status == UNAVAILABLE) {
                sendError(status);
            } else {
                super.sendError(status, message);
            }
        }
    }
}
