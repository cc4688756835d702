package org.patchbay.web.files;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.patchbay.web.entry.EnteredServlet;

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
        EnteredServlet.starting(response);
    }
}
