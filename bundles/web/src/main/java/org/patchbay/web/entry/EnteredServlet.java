package org.patchbay.web.entry;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.patchbay.web.json.Answers;

/**
 * Serves what came by the entry. The server puts filters and servlets in place one after the other, whatever waits for what;
 * who comes past the entry in that moment is told that the server is starting.
 */
public abstract class EnteredServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var visit = Visit.find(request);
        if (visit.isEmpty()) {
            starting(response);
        } else {
            serve(request, response, visit.get());
        }
    }

    /** Answers a request that has found its portal; by default, by its method. */
    protected void serve(HttpServletRequest request, HttpServletResponse response, Visit visit)
            throws ServletException, IOException {
        super.service(request, response);
    }

    /** Tells to come again. */
    public static void starting(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        Answers.send(response, 503, "text/plain;charset=utf-8", "The server is starting\n");
    }
}
