package org.patchbay.web.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.websocket.server.WebSocketServerFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.web.WebConfig;
import org.patchbay.web.entry.AddressGate;
import org.patchbay.web.entry.EnteredServlet;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.entry.Visit;
import org.patchbay.web.json.Answers;
import org.patchbay.web.json.ProblemJson;
import org.patchbay.web.rest.OriginCheck;
import org.patchbay.web.rest.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes WebSockets of the live channel in, and looks after them. */
@Component(
        service = Servlet.class,
        configurationPid = "org.patchbay.web",
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-live",
            "osgi.http.whiteboard.servlet.pattern=/api/v1/live"
        },
        // Nothing is served before the way in is there.
        reference = @Reference(name = "entry", service = Filter.class, target = EntryFilter.THERE))
public final class LiveServlet extends EnteredServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(LiveServlet.class);
    private static final int MAX_MESSAGE = 64 * 1024;
    private static final long MAX_OUTBOX = 2L << 20;
    private static final int THREADS = 16;
    private static final Duration RECHECK = Duration.ofSeconds(3);

    private final transient ChannelDirectory directory;
    private final transient Access access;
    private final transient Sessions sessions;
    private final transient AddressGate bySession;
    private final transient AddressGate byAddress;
    private final transient Duration idle;
    private final transient Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
    private final transient AutoCloseable sessionEnds;
    private final transient ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, "live"));
    private final transient ScheduledThreadPoolExecutor ticker =
            new ScheduledThreadPoolExecutor(1, task -> thread(task, "live-check"));
    private transient @Nullable WebSocketServerFactory factory;

    @Activate
    public LiveServlet(
            @Reference ChannelDirectory directory,
            @Reference Access access,
            @Reference Sessions sessions,
            WebConfig config) {
        this.directory = directory;
        this.access = access;
        this.sessions = sessions;
        this.bySession = new AddressGate(config.liveSocketsPerSession());
        this.byAddress = new AddressGate(config.liveSocketsPerAddress());
        this.idle = Duration.ofSeconds(config.liveIdleSeconds());
        this.sessionEnds = sessions.onEnd(this::sessionEnded);
        pool.allowCoreThreadTimeOut(true);
        var pause = Math.max(200, Math.min(1000, idle.toMillis() / 4));
        var unused = ticker.scheduleWithFixedDelay(this::check, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() throws Exception {
        sessionEnds.close();
        ticker.shutdownNow();
        sockets.forEach(socket -> socket.close("restarting"));
        if (factory != null) {
            factory.stop();
        }
        pool.shutdown();
    }

    @Override
    public void init() throws ServletException {
        var made = new WebSocketServerFactory(getServletContext());
        made.getPolicy().setMaxTextMessageSize(MAX_MESSAGE);
        made.getPolicy().setMaxTextMessageBufferSize(MAX_MESSAGE);
        made.getPolicy().setIdleTimeout(idle.multipliedBy(3).toMillis());
        try {
            made.start();
        } catch (Exception e) {
            throw new ServletException(e);
        }
        factory = made;
    }

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response, Visit visit) throws IOException {
        var traceId = visit.traceId();
        try {
            accept(request, response, Visitor.of(request, sessions));
        } catch (PatchbayException e) {
            Answers.problem(response, ProblemJson.of(e, request.getRequestURI(), traceId));
        } catch (RuntimeException e) {
            log.error("A live connection could not be taken in", e);
            Answers.problem(response, ProblemJson.internal(request.getRequestURI(), traceId));
        }
    }

    private void accept(HttpServletRequest request, HttpServletResponse response, Visitor visitor) throws IOException {
        var upgrades = factory;
        if (upgrades == null || !upgrades.isUpgradeRequest(request, response)) {
            response.setHeader("Upgrade", "websocket");
            throw Problem.INVALID.because("live.upgrade", "This is a WebSocket");
        }
        if (!visitor.byToken()) {
            if (request.getHeader("Origin") == null) {
                throw Problem.FORBIDDEN.because("origin.other", "The request must come from a page of this host");
            }
            OriginCheck.require(visitor.visit().origin(), request::getHeader);
        }
        if (visitor.caller() instanceof Caller.Nobody) {
            throw Problem.UNAUTHENTICATED.because("The live channel needs a session");
        }
        var leave = enter(visitor);
        try {
            var secret = visitor.secret().orElseThrow();
            if (!upgrades.acceptWebSocket((ask, answer) -> socket(visitor, secret, leave), request, response)) {
                leave.run();
            }
        } catch (IOException | RuntimeException e) {
            leave.run();
            throw e;
        }
    }

    private LiveSocket socket(Visitor visitor, String secret, Runnable leave) {
        var credentials = new Credentials(
                visitor.caller().portal(), secret, visitor.caller().address(), sessions);
        var traceId = visitor.visit().traceId();
        var socket = new LiveSocket[1];
        socket[0] = new LiveSocket(
                credentials,
                Credentials.sessionOf(visitor.caller()),
                out -> new Conversation(credentials, directory, access, out, traceId),
                pool,
                MAX_OUTBOX,
                Clock.systemUTC(),
                () -> {
                    sockets.remove(socket[0]);
                    leave.run();
                });
        sockets.add(socket[0]);
        return socket[0];
    }

    /** Counts the connection; what is answered takes it out again, once. */
    private Runnable enter(Visitor visitor) {
        var session = Credentials.sessionOf(visitor.caller());
        var address = visitor.visit().address().network();
        if (!bySession.enter(session)) {
            throw Problem.LIMITED.because("live.sockets", "Too many live connections of this session");
        }
        if (!byAddress.enter(address)) {
            bySession.leave(session);
            throw Problem.LIMITED.because("live.sockets", "Too many live connections from this address");
        }
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                bySession.leave(session);
                byAddress.leave(address);
            }
        };
    }

    private void sessionEnded(String session) {
        sockets.stream()
                .filter(socket -> socket.session().equals(session))
                .forEach(socket -> socket.close("session-ended"));
    }

    private void check() {
        try {
            sockets.forEach(socket -> socket.check(idle, RECHECK));
        } catch (RuntimeException e) {
            log.error("Live connections could not be looked after", e);
        }
    }

    private static Thread thread(Runnable task, String name) {
        var thread = new Thread(task, "patchbay-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
