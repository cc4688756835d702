package org.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCertificatesTest {

    private static final String PASSWORD = "patchbay";

    private final Path keystore;

    HostCertificatesTest(@TempDir Path folder) {
        keystore = folder.resolve("served.p12");
        add("patchbay", "EC", "localhost", "*.localhost", "chat.example");
    }

    @ParameterizedTest
    @CsvSource({"RSA", "EC"})
    void aPortalsOwnWinsOverTheServersWildcardWhateverItsKey(String algorithm) throws Exception {
        add("own", algorithm, "acme.localhost");
        assertThat(shown("acme.localhost")).isEqualTo("CN=own");
        assertThat(shown("ACME.localhost")).isEqualTo("CN=own");
        assertThat(shown("bolt.localhost")).isEqualTo("CN=patchbay");
        assertThat(shown("elsewhere.example")).isEqualTo("CN=patchbay");
        assertThat(shown("")).isEqualTo("CN=patchbay");
    }

    @ParameterizedTest
    @CsvSource({"RSA, EC", "EC, RSA", "EC, EC"})
    void theVeryNameWinsOverAWildcard(String wildcard, String exact) throws Exception {
        add("aaa", wildcard, "*.acme.example");
        add("bbb", exact, "meet.acme.example", "*.other.example");
        assertThat(shown("meet.acme.example")).isEqualTo("CN=bbb");
        assertThat(shown("chat.acme.example")).isEqualTo("CN=aaa");
    }

    @Test
    void aPortalsOwnWinsOverTheServersForTheSameName() throws Exception {
        add("own", "RSA", "chat.example");
        assertThat(shown("chat.example")).isEqualTo("CN=own");
    }

    private String shown(String name) throws Exception {
        var tls = new HostCertificates();
        tls.setKeyStorePath(keystore.toString());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(PASSWORD);
        tls.setKeyManagerPassword(PASSWORD);
        tls.setCertAlias("patchbay");
        var server = new Server();
        var connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
        try {
            return certificate(connector.getLocalPort(), name)
                    .getSubjectX500Principal()
                    .getName();
        } finally {
            server.stop();
        }
    }

    private static X509Certificate certificate(int port, String name) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket()) {
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(name.isEmpty() ? List.of() : List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) Objects.requireNonNull(socket.getSession().getPeerCertificates())[0];
        }
    }

    /** Adds a self-signed certificate with the JDK's own tool. */
    private void add(String alias, String algorithm, String... hosts) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(tool, "-genkeypair", "-keystore", keystore.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-alias", alias, "-keyalg", algorithm));
        command.addAll(List.of("-dname", "CN=" + alias, "-ext", "san=dns:" + String.join(",dns:", hosts)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
