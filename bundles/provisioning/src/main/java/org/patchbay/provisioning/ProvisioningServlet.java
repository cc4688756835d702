package org.patchbay.provisioning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.provisioning.PhoneFiles.Answer;
import org.patchbay.provisioning.PhoneFiles.Ask;

/** Gives phones their files. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-provisioning",
            "osgi.http.whiteboard.servlet.pattern=/provisioning/*"
        },
        // The filter sends whoever comes without encryption to the encrypted port, and knows the address behind a
        // proxy.
        reference =
                @Reference(
                        name = "entry",
                        service = Filter.class,
                        target = "(osgi.http.whiteboard.filter.name=patchbay-entry)"))
public final class ProvisioningServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([0-9a-z]{1,40})/([A-Za-z0-9._-]{1,80})");

    private final transient PhoneFiles files;

    @Activate
    public ProvisioningServlet(@Reference PhoneFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Matcher path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Answer answer = files.answer(new Ask(
                request.getServerName(),
                path.matches() ? path.group(1) : "",
                path.matches() ? path.group(2) : "",
                header(request, "User-Agent"),
                header(request, "Authorization"),
                request.getRemoteAddr()));
        if (answer instanceof Answer.File file) {
            send(response, file);
        } else if (answer instanceof Answer.WhoAreYou) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"provisioning\", charset=\"UTF-8\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (answer instanceof Answer.Browser) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }

    private static void send(HttpServletResponse response, Answer.File file) throws IOException {
        boolean sent = false;
        try {
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            response.setContentType(file.type());
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.flushBuffer();
            sent = true;
        } finally {
            if (!sent) {
                file.lost().run();
            }
        }
        file.sent().run();
    }
}
