package org.patchbay.web.entry;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * Takes "not found" from the servlet container for what it is: a servlet is being put in place or taken away. What is
 * really not found is said by our own servlets, and they never say it by {@code sendError}.
 */
final class PlacedAnswer extends HttpServletResponseWrapper {

    PlacedAnswer(HttpServletResponse response) {
        super(response);
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) getResponse();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status == SC_NOT_FOUND && !isCommitted()) {
            EnteredServlet.starting(response());
        } else {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (status == SC_NOT_FOUND && !isCommitted()) {
            EnteredServlet.starting(response());
        } else {
            super.sendError(status);
        }
    }
}
