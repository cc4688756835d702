package org.patchbay.sip.peer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.SipServer;
import org.patchbay.sip.auth.DigestAlgorithm;
import org.patchbay.sip.auth.Guard;
import org.patchbay.sip.registrar.Binding;
import org.patchbay.sip.registrar.Registrar;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timing;
import org.patchbay.sip.transport.Transports;
import org.patchbay.spi.signalling.SipTrunk;

/** A whole server on a free port of this machine, with a bridge for its calls. */
public final class TestServer implements AutoCloseable, SipServer.Listener {

    public final TestNeighbours neighbours = new TestNeighbours();
    public final Bridge bridge = new Bridge();
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());
    public final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    public final BlockingQueue<TrunkState> states = new LinkedBlockingQueue<>();
    public final SipServer server;

    public TestServer() {
        this(settings -> settings);
    }

    public TestServer(Function<SipServer.Settings, SipServer.Settings> change) {
        server = new SipServer(
                change.apply(settings(-1, Path.of("none"))),
                neighbours,
                host -> Optional.ofNullable(TestNeighbours.DOMAINS.get(host)),
                Optional.empty(),
                this,
                Clock.systemUTC());
        bridge.signalling(server);
        neighbours.handler = bridge;
    }

    /** The usual ones on loopback. */
    public static SipServer.Settings settings(int tlsPort, Path keystore) {
        return new SipServer.Settings(
                new Transports.Settings("127.0.0.1", "", 0, tlsPort, keystore, "patchbay", 1_000, 1_000, false),
                new SipStack.Settings(2, 4_096, 100_000, "Patchbay", Timing.USUAL),
                new Registrar.Expiry(60, 600, 3_600),
                new Guard.Limits(50, 500, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256),
                Duration.ofMinutes(5),
                10_000,
                200_000,
                1_000);
    }

    public int port() {
        return server.stack().transports().port();
    }

    @Override
    public void added(Binding binding) {
        told.add("added " + binding.user());
        news.add("added " + binding.user());
    }

    @Override
    public void refreshed(Binding binding) {
        told.add("refreshed " + binding.user());
    }

    @Override
    public void removed(Binding binding) {
        told.add("removed " + binding.user());
        news.add("removed " + binding.user());
    }

    @Override
    public void changed(SipTrunk trunk, TrunkState state) {
        states.add(state);
    }

    @Override
    public void close() {
        server.close();
    }
}
