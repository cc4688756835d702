package org.patchbay.media.transport;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.ice4j.ice.harvest.AbstractUdpListener;
import org.ice4j.util.BufferPool;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.srtp.crypto.JitsiOpenSslProvider;
import org.patchbay.spi.media.Fingerprint;

/** Makes the transports of endpoints: they share the ports, the certificate, the buffers and the threads. Thread-safe. */
public final class TransportFactory implements AutoCloseable {

    /** Handshakes at a time; more wait. */
    private static final int THREADS = 16;

    private static final int MAX_WAITING = 1_024;

    /** Held, or their levels would be collected with them. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.ice4j"), Logger.getLogger("org.jitsi"));

    private final UdpPorts ports;
    private final BufferShelf shelf;
    private final DtlsIdentity identity = DtlsIdentity.generate();
    private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
    private final ExecutorService executor;
    private final AtomicBoolean warm = new AtomicBoolean();

    public TransportFactory(UdpPorts ports, BufferShelf shelf) {
        this.ports = ports;
        this.shelf = shelf;
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), task -> {
                    var thread = new Thread(task, "media-dtls-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        executor = pool;
    }

    /**
     * Sets what the libraries keep in static fields (they are embedded, so nobody else's): packets are pushed to us in our
     * buffers, and AES is Java's own, which the library would otherwise choose by a benchmark of seconds during the first
     * call. To be called before {@link UdpPorts#open}.
     */
    public static void prepareLibraries(BufferShelf shelf) {
        AbstractUdpListener.USE_PUSH_API = true;
        BufferPool.getBuffer = shelf::take;
        BufferPool.returnBuffer = buffer -> {
            shelf.giveBack(buffer);
            return kotlin.Unit.INSTANCE;
        };
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE)); // below they log addresses
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

    /** A new transport; its listener is told as soon as something happens. */
    public EndpointTransport create(MediaTransport.Listener listener) throws IOException {
        return new MediaTransport(this, listener);
    }

    /** A new transport to another server, on a port of its own. */
    public EndpointTransport createClient(MediaTransport.Listener listener) throws IOException {
        return new ClientTransport(this, listener);
    }

    /** Closes a transport soon, on a thread of our own. */
    public void close(EndpointTransport transport) {
        try {
            executor.execute(transport::close);
        } catch (RejectedExecutionException e) {
            transport.close(); // so many wait that the caller may well wait too
        }
    }

    UdpPorts ports() {
        return ports;
    }

    BufferShelf shelf() {
        return shelf;
    }

    DtlsIdentity identity() {
        return identity;
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    ExecutorService executor() {
        return executor;
    }

    Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    @Override
    public void close() {
        executor.shutdown();
        ports.close();
    }
}
