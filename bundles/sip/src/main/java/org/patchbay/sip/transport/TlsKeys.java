package org.patchbay.sip.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of the platform: a PKCS12 file with one for each host, picked by the name that the peer asks for, and read
 * anew when it changes. Thread-safe.
 */
final class TlsKeys {

    private static final Logger log = LoggerFactory.getLogger(TlsKeys.class);
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Path file;
    private final char[] password;
    private @Nullable FileTime seen;
    private @Nullable SSLContext context;
    private long looked;

    TlsKeys(Path file, String password) {
        this.file = file;
        this.password = password.toCharArray();
    }

    /** For a connection that comes in. */
    SSLEngine serverEngine() {
        SSLEngine engine = context().createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    /** For a connection to a peer whose certificate must have this name. */
    SSLEngine clientEngine(String host, int port) {
        SSLEngine engine = context().createSSLEngine(host, port);
        engine.setUseClientMode(true);
        var parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    private synchronized SSLContext context() {
        SSLContext present = context;
        if (present != null && System.nanoTime() - looked < LOOK_NANOS) {
            return present;
        }
        looked = System.nanoTime();
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            if (present == null || !changed.equals(seen)) {
                present = load();
                context = present;
                seen = changed;
            }
        } catch (IOException | GeneralSecurityException e) {
            log.warn("The certificates at {} cannot be read", file, e);
        }
        if (present == null) {
            throw new IllegalStateException("No certificate to show");
        }
        return present;
    }

    private SSLContext load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("NewSunX509");
        managers.init(store, password);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(managers.getKeyManagers(), null, null);
        return made;
    }
}
