package org.patchbay.media.forwarding;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ice4j.util.Buffer;
import org.patchbay.media.transport.BufferShelf;
import org.patchbay.media.transport.EndpointTransport;
import org.patchbay.media.transport.MediaTransport;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.TransportFactory;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;

/** The outside of a conference: every call goes through its mailbox and waits for the answer. Thread-safe. */
public final class OpenConference {

    private static final int ANSWER_SECONDS = 5;

    private final TransportFactory transports;
    private final BufferShelf shelf;
    private final ForwardingCounters counters;
    private final Mailbox mailbox;
    private final Conference conference;

    public OpenConference(ForwardingContext context, BridgeEvents listener) {
        this.transports = context.transports();
        this.shelf = context.shelf();
        this.counters = context.counters();
        var outlet = new EventOutlet(context.events(), listener);
        this.conference = new Conference(shelf, outlet, context.patience(), this::close);
        this.mailbox = new Mailbox(context.workers(), context.spareTime(), conference);
    }

    /** What all conferences share. */
    public record ForwardingContext(
            TransportFactory transports,
            BufferShelf shelf,
            ForwardingCounters counters,
            Executor workers,
            Executor events,
            SpareTime spareTime,
            Patience patience) {

        /** The same for conferences of other servers, which count for themselves. */
        public ForwardingContext abroad() {
            return new ForwardingContext(
                    transports, shelf, new ForwardingCounters(), workers, events, spareTime, Patience.withServers());
        }
    }

    private interface Question<T> {
        T answer() throws BridgeException;
    }

    public Transport add(EndpointId id, EndpointOptions options) throws BridgeException {
        var inbound = new Inbound(PacketAllowance.ofClient());
        return add(id, options, inbound, () -> transports.create(inbound), false)
                .local();
    }

    /** Joins another server's conference, whose people come in by one endpoint; answers what that server is told. */
    public Transport join(EndpointId id, RemoteTransport server) throws BridgeException {
        var inbound = new Inbound(PacketAllowance.ofServer());
        EndpointTransport transport =
                add(id, new EndpointOptions(0, 0), inbound, () -> transports.createClient(inbound), true);
        transport.connect(server);
        return transport.local();
    }

    private interface Making {
        EndpointTransport make() throws IOException;
    }

    private EndpointTransport add(
            EndpointId id, EndpointOptions options, Inbound inbound, Making making, boolean forMany)
            throws BridgeException {
        EndpointTransport transport;
        try {
            transport = making.make();
        } catch (IOException e) {
            throw new BridgeException(Reason.UNAVAILABLE, "No candidates could be gathered", e);
        }
        var endpoint = new Endpoint(id, options, transport, counters, System.nanoTime(), forMany);
        inbound.endpoint.set(endpoint);
        try {
            ask(() -> {
                conference.add(endpoint);
                return endpoint;
            });
        } catch (BridgeException e) {
            close(endpoint);
            throw e;
        }
        return transport;
    }

    public void connect(EndpointId id, RemoteTransport remote) throws BridgeException {
        Endpoint endpoint = ask(() -> conference.endpoint(id));
        endpoint.connect(remote);
    }

    public void setSources(EndpointId id, List<Source> sources) throws BridgeException {
        tell(() -> conference.setSources(id, sources));
    }

    public void setConstraints(EndpointId id, ReceiverConstraints constraints) throws BridgeException {
        tell(() -> conference.setConstraints(id, constraints));
    }

    public void mute(EndpointId id, boolean audio, boolean video) throws BridgeException {
        tell(() -> conference.mute(id, audio, video));
    }

    public void remove(EndpointId id) throws BridgeException {
        tell(() -> conference.remove(id));
    }

    /** Lets a tap hear what is forwarded. */
    public OpenTap tap(MediaTap tap) throws BridgeException {
        var feed = new TapFeed(tap);
        var open = new Tapped(feed);
        feed.event(listener -> listener.opened(open));
        feed.start();
        try {
            tell(() -> conference.tap(feed));
        } catch (BridgeException e) {
            feed.end();
            throw e;
        }
        return open;
    }

    /** Ends it; does not wait. */
    public void end() {
        mailbox.execute(conference::removeAll);
        mailbox.close();
    }

    /** To be called every 20 ms. */
    public void tick() {
        mailbox.tick();
    }

    public int size() {
        return conference.size();
    }

    private interface Order {
        void carryOut() throws BridgeException;
    }

    private void tell(Order order) throws BridgeException {
        ask(() -> {
            order.carryOut();
            return order;
        });
    }

    private <T> T ask(Question<T> question) throws BridgeException {
        var future = new CompletableFuture<T>();
        boolean asked = mailbox.execute(() -> {
            try {
                future.complete(question.answer());
            } catch (BridgeException | RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        if (!asked) {
            throw new BridgeException(Reason.NO_CONFERENCE, "The conference has ended");
        }
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BridgeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new BridgeException(Reason.UNAVAILABLE, "The bridge is overloaded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Reason.UNAVAILABLE, "Interrupted", e);
        }
    }

    private void close(Endpoint endpoint) {
        transports.close(endpoint.transport());
    }

    /** Brings what the network says of an endpoint into the mailbox. */
    private final class Inbound implements MediaTransport.Listener {

        private final AtomicReference<Endpoint> endpoint = new AtomicReference<>();
        private final PacketAllowance allowance;

        Inbound(PacketAllowance allowance) {
            this.allowance = allowance;
        }

        private void later(Consumer<Endpoint> action) {
            Endpoint known = endpoint.get();
            if (known != null) {
                mailbox.execute(() -> action.accept(known));
            }
        }

        @Override
        public void onMedia(Buffer buffer, long arrival) {
            Endpoint from = endpoint.get();
            if (from == null || !allowance.take(arrival) || !mailbox.offer(from, buffer, arrival)) {
                counters.refused();
                shelf.giveBack(buffer);
            }
        }

        @Override
        public void onSecured(SrtpSession session) {
            later(known -> conference.secured(known, session));
        }

        @Override
        public void onLost(Departure departure) {
            later(known -> conference.lost(known, departure));
        }
    }

    /** A tap as its owner sees it. */
    private final class Tapped implements OpenTap {

        private final TapFeed feed;

        Tapped(TapFeed feed) {
            this.feed = feed;
        }

        @Override
        public void requestKeyFrame(long ssrc) {
            mailbox.execute(() -> conference.wantKeyFrame((int) ssrc));
        }

        @Override
        public void close() {
            if (!mailbox.execute(() -> conference.untap(feed))) {
                feed.end();
            }
            feed.awaitEnd();
        }
    }
}
