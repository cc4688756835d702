package org.patchbay.web.files;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.web.entry.EnteredServlet;
import org.patchbay.web.entry.Visit;
import org.patchbay.web.json.Answers;
import org.patchbay.web.json.ProblemJson;

/**
 * Serves the console: its files, precompressed where the browser takes it, and its page for every path that belongs to
 * no file, since the page itself knows its routes.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.name=patchbay-files", "osgi.http.whiteboard.servlet.pattern=/*"},
        // Pages come last, so that nothing else is taken for one while the server starts.
        reference =
                @Reference(
                        name = "api",
                        service = Servlet.class,
                        target = "(osgi.http.whiteboard.servlet.name=patchbay-api)"))
public final class FileServlet extends EnteredServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "index.html";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    /** Files that the build names by their content. */
    private static final Pattern HASHED = Pattern.compile("assets/.*-[A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

    /** Scripts of workers that compile WebAssembly; a worker has the policy of its own answer, so no page needs to allow it. */
    private static final Pattern COMPILING = Pattern.compile("assets/[^/]*\\.wasm-[A-Za-z0-9_-]{8,}\\.js");

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> ENDINGS = Map.of("br", ".br", "gzip", ".gz");

    private final transient FileSource source;
    private final transient Map<String, StoredFile> known = new ConcurrentHashMap<>();

    public FileServlet(FileSource source) {
        this.source = source;
    }

    @Activate
    public FileServlet(@Reference ConsoleTracker tracker) {
        this((FileSource) tracker);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        if (path.equals("api") || path.startsWith("api/")) {
            notYet(request, response, Visit.of(request));
            return;
        }
        var wanted = isFile(path) ? path : PAGE;
        var file = choose(wanted, String.valueOf(request.getHeader("Accept-Encoding")));
        if (file.isEmpty()) {
            missing(response);
            return;
        }
        send(request, response, wanted, file.get());
    }

    /** No listing, no way up, nothing hidden. */
    private static String path(HttpServletRequest request) {
        var path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** A name with an ending is a file; everything else is a route of the page. */
    private static boolean isFile(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/');
    }

    private Optional<StoredFile> choose(String path, String accepted) {
        if (path.contains("..") || path.contains("//") || path.endsWith(".br") || path.endsWith(".gz")) {
            return Optional.empty();
        }
        return Optional.<StoredFile>empty()
                .or(() -> encoded(path, "br", accepted))
                .or(() -> encoded(path, "gzip", accepted))
                .or(() -> stored(path, ""));
    }

    private Optional<StoredFile> encoded(String path, String encoding, String accepted) {
        return accepted.matches("(?i).*\\b" + encoding + "\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*")
                ? stored(path + ENDINGS.get(encoding), encoding)
                : Optional.empty();
    }

    private Optional<StoredFile> stored(String path, String encoding) {
        return source.find(path)
                .map(url -> known.computeIfAbsent(url.toExternalForm(), found -> StoredFile.read(url, encoding)));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String path, StoredFile file)
            throws IOException {
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", file.tag());
        response.setHeader("Cache-Control", HASHED.matcher(path).matches() ? FOREVER : "no-cache");
        var policy = response.getHeader(POLICY);
        if (policy != null && COMPILING.matcher(path).matches()) {
            response.setHeader(POLICY, policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
        }
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(MediaTypes.of(path));
        response.setContentLengthLong(file.size());
        if (!file.encoding().isEmpty()) {
            response.setHeader("Content-Encoding", file.encoding());
        }
        try (var in = file.url().openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** The API has a servlet of its own; while that is away, a page must not answer for it. */
    private static void notYet(HttpServletRequest request, HttpServletResponse response, Visit visit)
            throws IOException {
        var problem = Problem.UNAVAILABLE.because("api.starting", "The server is starting");
        response.setHeader("Retry-After", "1");
        Answers.problem(response, ProblemJson.of(problem, request.getRequestURI(), visit.traceId()));
    }

    private static void missing(HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Answers.send(response, 404, "text/plain;charset=utf-8", "There is nothing here\n");
    }
}
