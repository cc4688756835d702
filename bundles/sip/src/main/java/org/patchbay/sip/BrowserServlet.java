package org.patchbay.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.websocket.server.WebSocketServerFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.sip.transport.BrowserFlow;

/**
 * Takes the phones of browsers in: SIP over WebSocket (RFC 7118) on the portal's own host and port, so that one certificate
 * and one open port serve the page and its phone.
 */
@Component(
        service = Servlet.class,
        configurationPid = "org.patchbay.sip",
        property = {"osgi.http.whiteboard.servlet.name=patchbay-sip", "osgi.http.whiteboard.servlet.pattern=/api/v1/sip"
        },
        // The filter finds the portal of the host and the browser's address behind a proxy.
        reference =
                @Reference(
                        name = "entry",
                        service = Filter.class,
                        target = "(osgi.http.whiteboard.filter.name=patchbay-entry)"))
public final class BrowserServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 20_000;
    private static final int MOST_OF_ONE = 500;
    private static final int ASKED = 3;
    private static final String PROTOCOL = "sip";

    private final transient Supplier<Optional<SipServer>> servers;
    private final transient Set<BrowserFlow> flows = ConcurrentHashMap.newKeySet();
    private final transient Duration patience;
    private final transient ScheduledThreadPoolExecutor asker = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "sip-browsers");
        thread.setDaemon(true);
        return thread;
    });
    private transient @Nullable WebSocketServerFactory factory;

    @Activate
    public BrowserServlet(@Reference SipService service, SipConfig config) {
        this(service::server, Duration.ofSeconds(Math.max(3, config.browserIdleSeconds())));
    }

    BrowserServlet(Supplier<Optional<SipServer>> servers, Duration patience) {
        this.servers = servers;
        this.patience = patience;
        long pause = patience.toMillis() / ASKED;
        var unused = asker.scheduleWithFixedDelay(this::ask, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        flows.forEach(flow -> flow.check(patience));
    }

    @Deactivate
    public void stop() throws Exception {
        asker.shutdownNow();
        flows.forEach(BrowserFlow::drop);
        WebSocketServerFactory made = factory;
        if (made != null) {
            made.stop();
        }
    }

    @Override
    public void init() throws ServletException {
        var made = new WebSocketServerFactory(getServletContext());
        made.getPolicy().setMaxTextMessageSize(LONGEST);
        made.getPolicy().setMaxBinaryMessageSize(LONGEST);
        made.getPolicy().setIdleTimeout(patience.multipliedBy(2).toMillis());
        try {
            made.start();
        } catch (Exception e) {
            throw new ServletException(e);
        }
        factory = made;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebSocketServerFactory upgrades = factory;
        Optional<SipServer> server = servers.get();
        if (upgrades == null || !upgrades.isUpgradeRequest(request, response)) {
            response.setHeader("Upgrade", "websocket");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!isFromOurPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (server.isEmpty() || !hasRoom(request)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            upgrades.acceptWebSocket(
                    (ask, answer) -> {
                        if (!ask.hasSubProtocol(PROTOCOL)) {
                            return null;
                        }
                        answer.setAcceptedSubProtocol(PROTOCOL);
                        return open(request, server.get());
                    },
                    request,
                    response);
        }
    }

    /** A page of another host is not to ring our phones; programs send no Origin. */
    private static boolean isFromOurPage(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        try {
            return origin == null
                    || request.getServerName()
                            .equalsIgnoreCase(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean hasRoom(HttpServletRequest request) {
        InetAddress address = remote(request).getAddress();
        return flows.size() < MOST
                && flows.stream()
                                .filter(flow -> flow.remote().getAddress().equals(address))
                                .limit(MOST_OF_ONE)
                                .count()
                        < MOST_OF_ONE;
    }

    private static InetSocketAddress remote(HttpServletRequest request) {
        InetAddress address = Network.address(request.getRemoteAddr()).orElse(InetAddress.getLoopbackAddress());
        return new InetSocketAddress(address, request.getRemotePort());
    }

    private BrowserFlow open(HttpServletRequest request, SipServer server) {
        var flow = new BrowserFlow(request.isSecure(), remote(request), server.stack());
        flows.add(flow);
        flow.onClose(() -> flows.remove(flow));
        return flow;
    }
}
