package org.patchbay.web.entry;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.Network;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.web.ClientAddress;
import org.patchbay.web.WebConfig;
import org.patchbay.web.json.Answers;
import org.patchbay.web.json.ProblemJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The way in: bounds what one address has under way, finds the portal of the host, and names the request. */
@Component(
        service = Filter.class,
        configurationPid = "org.patchbay.web",
        property = {
            "osgi.http.whiteboard.filter.name=patchbay-entry",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
        })
@Designate(ocd = WebConfig.class)
public final class EntryFilter implements Filter {

    /** Finds the service. */
    public static final String THERE = "(osgi.http.whiteboard.filter.name=patchbay-entry)";

    private static final Logger log = LoggerFactory.getLogger(EntryFilter.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NO_PORTAL =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Nothing here</title>
            <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><h1>No portal answers here</h1>
            <p>Check the address, or ask whoever gave it to you.</p></html>
            """;

    /** Bodies of one address at a time: one in so many. */
    private static final int BODY_SHARE = 5;

    private final Portals portals;
    private final ProxyTrust trust;
    private final AddressGate gate;
    private final Semaphore bodies;
    private final AddressGate bodiesOfOne;
    private final Pace pace;
    private final int httpsPort;

    @Activate
    public EntryFilter(@Reference Portals portals, WebConfig config) {
        this.portals = portals;
        this.trust = new ProxyTrust(Network.list(config.trustedProxies()));
        this.gate = new AddressGate(config.requestsPerAddress());
        this.bodies = new Semaphore(config.bodiesUnderWay());
        this.bodiesOfOne = new AddressGate(Math.max(1, config.bodiesUnderWay() / BODY_SHARE));
        this.pace = new Pace(Duration.ofSeconds(config.bodyPatienceSeconds()), config.bodyBytesPerSecond());
        this.httpsPort = config.httpsPort();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var traceId = traceId();
        var client = trust.client(http);
        Headers.on(answer, client.origin());
        if (!Encoding.isWhole(http.getQueryString())) {
            refuse(http, answer, Problem.INVALID.because("query.encoding", "The query is not URL-encoded"), traceId);
            return;
        }
        if (Collections.list(http.getHeaders("Host")).size() > 1) {
            refuse(http, answer, Problem.INVALID.because("host.many", "A request has one Host"), traceId);
            return;
        }
        var network = new ClientAddress(client.address()).network();
        if (!gate.enter(network)) {
            var problem = Problem.LIMITED.because("requests.too-many", "Too many requests at a time from this address");
            refuse(http, answer, problem, traceId);
            return;
        }
        try (var trace = MDC.putCloseable("traceId", traceId)) {
            enterWithBody(http, answer, chain, client, network, traceId);
        } finally {
            gate.leave(network);
        }
    }

    /**
     * A body on its way holds a thread; a part of the threads stays for those who send none, and one address has no more
     * than a share of the others.
     */
    private void enterWithBody(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            ProxyTrust.Client client,
            String network,
            String traceId)
            throws IOException, ServletException {
        if (!PacedRequest.hasBody(request)) {
            enter(request, response, chain, client, traceId);
            return;
        }
        if (!bodiesOfOne.enter(network)) {
            response.setHeader("Retry-After", "1");
            var problem = Problem.LIMITED.because("requests.too-many", "Too many requests at a time from this address");
            refuse(request, response, problem, traceId);
            return;
        }
        if (!bodies.tryAcquire()) {
            bodiesOfOne.leave(network);
            response.setHeader("Retry-After", "1");
            refuse(request, response, Problem.UNAVAILABLE.because("bodies.too-many", "Too busy; try again"), traceId);
            return;
        }
        Runnable read = () -> {
            bodies.release();
            bodiesOfOne.leave(network);
        };
        try (var paced = new PacedRequest(request, pace, read)) {
            enter(paced, response, chain, client, traceId);
        }
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, PatchbayException problem, String traceId)
            throws IOException {
        Answers.problem(response, ProblemJson.of(problem, request.getRequestURI(), traceId));
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            ProxyTrust.Client client,
            String traceId)
            throws IOException, ServletException {
        var portal = find(request, response, client.origin().host(), traceId);
        if (portal.isEmpty()) {
            return;
        }
        if (!portal.get().webInterface() && !api(request)) {
            response.setHeader("Cache-Control", "no-store");
            Answers.send(
                    response,
                    404,
                    "text/html;charset=utf-8",
                    NoPages.in(portal.get().language()));
            return;
        }
        if (mustBeSecure(request, client)) {
            redirect(request, response, client.origin());
            return;
        }
        new Visit(portal.get(), new ClientAddress(client.address()), client.origin(), traceId).enter(request);
        try (var mdc = MDC.putCloseable("portal", portal.get().id().value())) {
            chain.doFilter(client.proxied() ? new ForwardedRequest(request, client) : request, response);
        } catch (PatchbayException e) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                refuse(request, response, e, traceId);
            }
        } catch (RuntimeException | ServletException | LinkageError e) {
            if (Departure.caused(e)) {
                log.debug("A client left in the middle of an answer", e);
            } else {
                log.error("A request failed in a way that nobody foresaw", e);
            }
            if (!response.isCommitted()) {
                response.resetBuffer();
                Answers.problem(response, ProblemJson.internal(request.getRequestURI(), traceId));
            }
        }
    }

    private Optional<Portal> find(HttpServletRequest request, HttpServletResponse response, String host, String traceId)
            throws IOException {
        try {
            var portal = portals.onHost(host);
            if (portal.isEmpty()) {
                refuse(request, response, traceId);
            }
            return portal;
        } catch (RuntimeException e) {
            log.error("No portal can be looked up at the moment", e);
            var problem = Problem.UNAVAILABLE.because("The server cannot look its portals up at the moment");
            Answers.problem(response, ProblemJson.of(problem, request.getRequestURI(), traceId));
            return Optional.empty();
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String traceId)
            throws IOException {
        if (api(request)) {
            var problem = Problem.NOT_FOUND.because("host.unknown", "No portal answers here");
            Answers.problem(response, ProblemJson.of(problem, request.getRequestURI(), traceId));
        } else {
            response.setHeader("Cache-Control", "no-store");
            Answers.send(response, 404, "text/html;charset=utf-8", NO_PORTAL);
        }
    }

    /** Browsers give camera, microphone and our cookie to secure pages only; localhost counts as one. */
    private static boolean mustBeSecure(HttpServletRequest request, ProxyTrust.Client client) {
        return !client.origin().secure() && !client.origin().local() && !client.proxied() && !api(request);
    }

    private void redirect(HttpServletRequest request, HttpServletResponse response, Origin origin) {
        var there = new Origin("https", origin.host(), httpsPort == 443 ? -1 : httpsPort);
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(308);
        response.setHeader("Location", there.text() + request.getRequestURI() + query);
    }

    private static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().equals("/api");
    }

    private static String traceId() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
