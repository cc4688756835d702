package org.patchbay.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real handshakes fail of. */
class TlsFaultTest {

    private static final String PASSWORD = "patchbay";

    @TempDir
    private Path folder = Path.of("");

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(
                Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }

    private void authority() throws Exception {
        keytool("-genkeypair", "-keystore", "ca", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=ca", "-ext", "bc:c");
        keytool("-exportcert", "-keystore", "ca", "-alias", "ca", "-file", "ca.crt");
        keytool("-importcert", "-noprompt", "-keystore", "trusted", "-alias", "ca", "-file", "ca.crt");
    }

    /** A carrier with a certificate of the authority for 127.0.0.1 or what else is named, from so many days ago, for two days. */
    private void carrier(String file, String name, int daysAgo) throws Exception {
        keytool("-genkeypair", "-keystore", file, "-alias", "a", "-keyalg", "EC", "-dname", "CN=carrier");
        keytool("-certreq", "-keystore", file, "-alias", "a", "-file", file + ".csr");
        keytool(
                "-gencert",
                "-keystore",
                "ca",
                "-alias",
                "ca",
                "-infile",
                file + ".csr",
                "-outfile",
                file + ".crt",
                "-startdate",
                "-" + daysAgo + "d",
                "-validity",
                "2",
                "-ext",
                "san=" + name);
        keytool("-importcert", "-noprompt", "-keystore", file, "-alias", "ca", "-file", "ca.crt");
        keytool("-importcert", "-noprompt", "-keystore", file, "-alias", "a", "-file", file + ".crt");
    }

    private KeyStore store(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private SSLContext carries(String file) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("NewSunX509");
        keys.init(store(file), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private SSLContext trusts(String file) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(file));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private Optional<TlsFault> met(String carrier, String trusted) throws Exception {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (var listening = carries(carrier).getServerSocketFactory().createServerSocket(0, 5, here)) {
            var answers = CompletableFuture.runAsync(() -> {
                try (var taken = (SSLSocket) listening.accept()) {
                    taken.startHandshake();
                } catch (IOException e) {
                    // The caller says why.
                }
            });
            try (var calls = (SSLSocket)
                    trusts(trusted).getSocketFactory().createSocket("127.0.0.1", listening.getLocalPort())) {
                var parameters = calls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                calls.setSSLParameters(parameters);
                calls.startHandshake();
                return Optional.empty();
            } catch (IOException e) {
                return TlsFault.of(e);
            } finally {
                assertThat(answers).succeedsWithin(java.time.Duration.ofSeconds(30));
            }
        }
    }

    @Test
    void namesWhatIsWrongWithACertificate() throws Exception {
        authority();
        carrier("good", "ip:127.0.0.1", 1);
        carrier("other", "dns:carrier.example", 1);
        carrier("old", "ip:127.0.0.1", 10);
        assertThat(met("good", "trusted")).isEmpty();
        assertThat(met("other", "trusted")).contains(TlsFault.OTHER_HOST);
        assertThat(met("old", "trusted")).contains(TlsFault.EXPIRED);
        keytool("-genkeypair", "-keystore", "own", "-alias", "a", "-keyalg", "EC", "-dname", "CN=x");
        keytool("-exportcert", "-keystore", "own", "-alias", "a", "-file", "own.crt");
        keytool("-importcert", "-noprompt", "-keystore", "stranger", "-alias", "a", "-file", "own.crt");
        assertThat(met("good", "stranger")).contains(TlsFault.UNTRUSTED);
        assertThat(TlsFault.of(new IOException("Connection reset"))).isEmpty();
    }
}
