package org.patchbay.certificates;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A web server set up as the distribution's jetty.xml does, and a client that asks by name. */
final class TlsServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector;

    TlsServer(Path served) throws Exception {
        var tls = new SslContextFactory.Server();
        tls.setKeyStorePath(served.toString());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword("patchbay");
        tls.setKeyManagerPassword("patchbay");
        tls.setCertAlias("patchbay");
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        var scanner = new KeyStoreScanner(tls);
        scanner.setScanInterval(1);
        server.addBean(scanner);
        connector = new ServerConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
    }

    /** The certificate that a client gets who asks for this name; an empty text asks for none. */
    X509Certificate certificateFor(String name) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket()) {
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()), 10_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(name.isEmpty() ? List.of() : List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) Objects.requireNonNull(socket.getSession().getPeerCertificates())[0];
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** Looks at no certificate: the test does. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
