package org.patchbay.web.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A real server on a port of its own with the web front in it, and a client that may say any Host. */
public final class WebServer implements AutoCloseable {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final Server server;
    private final ServerConnector connector;
    private final HttpClient client = HttpClient.newHttpClient();

    public WebServer(Filter entry, Map<String, ? extends Servlet> servlets) throws Exception {
        this(entry, servlets, 200);
    }

    public WebServer(Filter entry, Map<String, ? extends Servlet> servlets, int threads) throws Exception {
        server = new Server(new QueuedThreadPool(threads));
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler();
        var filter = new FilterHolder(entry);
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        servlets.forEach((path, servlet) -> {
            var holder = new ServletHolder(servlet);
            holder.setAsyncSupported(true);
            context.addServlet(holder, path);
        });
        server.setHandler(context);
        server.start();
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** A call to acme's portal. */
    public Call call(String method, String path) {
        return new Call(method, path);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** A request in the making. */
    public final class Call {

        private final String method;
        private final HttpRequest.Builder builder;
        private String host = FakePortals.ACME.host() + ":" + port();
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        }

        public Call host(String value) {
            host = value;
            return this;
        }

        public Call header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        /** Waits so long for the answer. */
        public Call timeout(Duration value) {
            builder.timeout(value);
            return this;
        }

        /** With the cookie of a session. */
        public Call as(String session) {
            return header("Cookie", "theme=dark; __Host-patchbay=secret-" + session);
        }

        /** As a page of the host sends it. */
        public Call fromOwnPage() {
            return header("Origin", "http://" + host);
        }

        /** With the session's token, from a page of the host. */
        public Call writingAs(String session) {
            return as(session).fromOwnPage().header("X-CSRF-Token", "csrf-" + session);
        }

        public Call json(String text) {
            return json(text, "application/json");
        }

        public Call json(String text, String mediaType) {
            body = HttpRequest.BodyPublishers.ofString(text);
            return header("Content-Type", mediaType);
        }

        public HttpResponse<String> send() throws IOException, InterruptedException {
            return client.send(
                    builder.header("Host", host).method(method, body).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
