package org.patchbay.phonemedia.srtp;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.srtp.crypto.JitsiOpenSslProvider;

/** What all DTLS associations of this server share: certificate, threads, libraries that are ready. Thread-safe. */
public final class DtlsServer implements AutoCloseable {

    /** Handshakes at a time; more wait. */
    private static final int THREADS = 8;

    private static final int MOST_WAITING = 512;
    private static final int IDLE_SECONDS = 30;

    /** Held, or its level would be collected with it. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.jitsi"));

    private final DtlsIdentity identity = DtlsIdentity.generate();
    private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
    private final ThreadPoolExecutor executor;
    private final AtomicBoolean warm = new AtomicBoolean();

    public DtlsServer() {
        prepareLibraries();
        var number = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, "phone-media-dtls-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(DtlsServer.class.getClassLoader());
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** AES is Java's own, which the library would otherwise choose by a benchmark of seconds during the first call. */
    private static void prepareLibraries() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE)); // below it logs addresses
        Aes.setFactoryClassName("org.jitsi.srtp.crypto.Aes$SunJCECipherFactory");
        try {
            JitsiOpenSslProvider.isLoaded(); // is not used, but without its class no packet is decrypted
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The folder for temporary files (java.io.tmpdir) must allow native libraries to be loaded", e);
        }
    }

    /** Gets ready for the first call, once, on a thread of our own; costs about a second of a processor. */
    public void warmUp() {
        if (warm.compareAndSet(false, true)) {
            executor.execute(new SrtpWarmUp());
        }
    }

    /** Where handshakes run. */
    public Executor executor() {
        return executor;
    }

    /** SHA-256 of the certificate, as in descriptions. */
    public String fingerprint() {
        return identity.fingerprint();
    }

    SrtpTlsServer handshake(String expected, Runnable onClose) {
        return new SrtpTlsServer(crypto, identity, expected, onClose);
    }

    SrtpTlsClient call(String expected, Runnable onClose) {
        return new SrtpTlsClient(crypto, identity, expected, onClose, List.of(SrtpProfile.values()));
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
