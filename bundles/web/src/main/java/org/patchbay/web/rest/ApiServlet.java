package org.patchbay.web.rest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Sessions;
import org.patchbay.web.WebConfig;
import org.patchbay.web.entry.EnteredServlet;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.entry.Visit;
import org.patchbay.web.json.Answers;
import org.patchbay.web.json.ProblemJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything below {@code /api/}: finds the caller and hands on to the published resources. */
@Component(
        service = Servlet.class,
        configurationPid = "org.patchbay.web",
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-api",
            "osgi.http.whiteboard.servlet.pattern=/api/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        },
        // Nothing is served before the way in is there.
        reference = @Reference(name = "entry", service = Filter.class, target = EntryFilter.THERE))
public final class ApiServlet extends EnteredServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ApiServlet.class);

    private final transient Sessions sessions;
    private final transient RestPublisher publisher;
    private final transient ResourceDirectory directory;
    private final transient Arrival arrival;

    @Activate
    public ApiServlet(
            @Reference ResourceDirectory directory,
            @Reference Access access,
            @Reference Sessions sessions,
            @Reference Cluster cluster,
            WebConfig config) {
        this.directory = directory;
        this.arrival = new Arrival(RequiredPaths.of(config.requiredResources()));
        this.sessions = sessions;
        this.publisher = new RestPublisher(directory, access, this, new Idempotency(cluster));
    }

    @Deactivate
    public void close() {
        publisher.close();
    }

    /** CXF's own pages and guesses are off. */
    @Override
    public @Nullable String getInitParameter(String name) {
        return switch (name) {
            case "hide-service-list-page", "disable-address-updates" -> "true";
            default -> null;
        };
    }

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response, Visit visit)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var traceId = visit.traceId();
        if (!isReadable(request.getCharacterEncoding())) {
            var problem = ProblemJson.of(
                    415, "unsupported-media-type", "Unsupported Media Type", request.getRequestURI(), traceId);
            Answers.problem(response, problem);
            return;
        }
        if (arrival.isAwaited(within(request), directory.resources())) {
            starting(response);
            return;
        }
        try {
            publish(request, response);
        } catch (PatchbayException e) {
            Answers.problem(response, ProblemJson.of(e, request.getRequestURI(), traceId));
        } catch (RuntimeException e) {
            log.error("A request failed before it reached its resource", e);
            Answers.problem(response, ProblemJson.internal(request.getRequestURI(), traceId));
        }
    }

    private static boolean isReadable(@Nullable String charset) {
        try {
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /** The path below {@code /api/v1/}. */
    private static String within(HttpServletRequest request) {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return path.startsWith("/v1/") ? path.substring("/v1/".length()) : path;
    }

    private void publish(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (!path.startsWith("/v1/")) {
            throw Problem.NOT_FOUND.because("There is nothing at this path");
        }
        RestContext.enter(request, Visitor.of(request, sessions));
        publisher.serve(request, response);
    }
}
