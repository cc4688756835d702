package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transport.Transports;
import org.patchbay.spi.signalling.SipTrunk;

/** Phones by TLS, with the certificate that the web server shows. */
class TlsTest {

    private static final String PASSWORD = "patchbay";
    private static final String OPTIONS =
            """
            OPTIONS sip:one.example SIP/2.0
            Via: SIP/2.0/TLS 127.0.0.1;branch=z9hG4bK%d
            From: <sip:100@one.example>;tag=1
            To: <sip:one.example>
            Call-ID: %d
            CSeq: 1 OPTIONS
            Max-Forwards: 70
            Content-Length: 0

            """
                    .replace("\n", "\r\n");

    @TempDir
    private Path folder = Path.of("");

    private Path keystore() throws Exception {
        Path file = folder.resolve("served.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=one.example",
                        "-ext",
                        "san=dns:one.example",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return file;
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static TestServer served(Path keystore) {
        return new TestServer(settings -> new SipServer.Settings(
                new Transports.Settings("127.0.0.1", "", 0, 0, keystore, PASSWORD, 10, 10, false),
                settings.stack(),
                settings.expiry(),
                settings.guard(),
                settings.digests(),
                settings.nonceLife(),
                settings.mostLegs(),
                settings.mostBindings(),
                settings.mostSubscriptions()));
    }

    @Test
    void aLineWhoseCertificateIsNotTrustedSaysSo() throws Exception {
        Path keystore = keystore();
        try (var carrier = served(keystore);
                var server = served(keystore)) {
            int port = carrier.server.stack().transports().tlsPort().orElseThrow();
            server.server
                    .trunks()
                    .keep(List.of(new SipTrunk(
                            TestNeighbours.ONE, "line", "127.0.0.1", port, "TLS", "4930", "", false, 600, List.of())));
            assertThat(server.states.poll(30, TimeUnit.SECONDS)).isEqualTo(TrunkState.UNTRUSTED);
            assertThat(server.server.trunk(TestNeighbours.ONE, "line")).isEqualTo(TrunkState.UNTRUSTED);
            var ended = new CompletableFuture<LegEnd>();
            server.server.invite(
                    TestNeighbours.ONE,
                    new LegTarget.Outside("line", "+4930"),
                    new Invitation(
                            "v=0",
                            Party.anonymous(),
                            new Party("+4930", ""),
                            false,
                            Invitation.Ring.EXTERNAL,
                            List.of()),
                    ended::complete);
            assertThat(ended).succeedsWithin(Duration.ofSeconds(30)).satisfies(end -> {
                assertThat(end.status()).isEqualTo(503);
                assertThat(end.reason()).isEqualTo("The certificate is not trusted");
            });
        }
    }

    @Test
    void aPhoneSpeaksWithTheCertificateOfTheWebServer() throws Exception {
        Path keystore = keystore();
        try (var server = served(keystore);
                var socket = (SSLSocket) trusting(keystore)
                        .getSocketFactory()
                        .createSocket(
                                "127.0.0.1",
                                server.server.stack().transports().tlsPort().orElseThrow())) {
            socket.setSoTimeout(30_000);
            String both = OPTIONS.formatted(1, 1) + OPTIONS.formatted(2, 2);
            int half = both.length() / 3;
            socket.getOutputStream().write(both.substring(0, half).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(both.substring(half).getBytes(StandardCharsets.UTF_8));
            assertThat(read(socket, "\r\n\r\n", 2)).contains("SIP/2.0 200 OK", "Call-ID: 1", "Call-ID: 2");
            socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(read(socket, "\r\n", 1)).as("the answer to a keep-alive").isEqualTo("\r\n");
            assertThat(server.server.stack().transports().connections()).isEqualTo(1);
        }
    }

    private static String read(SSLSocket socket, String end, int times) throws Exception {
        var read = new StringBuilder();
        while (read.toString().split(end, -1).length <= times) {
            int next = socket.getInputStream().read();
            assertThat(next).as("more after %s", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
