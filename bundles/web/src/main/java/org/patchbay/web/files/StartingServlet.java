package org.patchbay.web.files;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.patchbay.web.json.Answers;

/** Answers everything until the rest has come up: it needs nothing, and whatever comes later goes before it. */
@Component(
        service = Servlet.class,
        property = {
            Constants.SERVICE_RANKING + ":Integer=-1000",
            "osgi.http.whiteboard.servlet.name=patchbay-starting",
            "osgi.http.whiteboard.servlet.pattern=/*"
        })
public final class StartingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response);
    }

    static void answer(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "1");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        Answers.send(response, 503, "text/plain;charset=utf-8", "The server is starting\n");
    }
}
