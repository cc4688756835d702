package org.patchbay.sip.transaction;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.patchbay.api.Network;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.MessageRules;
import org.patchbay.sip.message.Params;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipParser;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipSyntaxException;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.message.Via;
import org.patchbay.sip.transport.Flow;
import org.patchbay.sip.transport.Receiver;
import org.patchbay.sip.transport.Transport;
import org.patchbay.sip.transport.Transports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything from the wire to the transactions: reads what comes in, gives it to the lane of its call, and refuses new work
 * first when there is too much. Thread-safe.
 */
public final class SipStack implements Receiver, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SipStack.class);
    private static final int FOR_ALL = 100;
    private static final int FOR_CALLS_IN_PROGRESS = 90;
    private static final int FOR_NEW = 40;
    /** Nobody is asked anything for these, so that who reads may handle them. */
    private static final Set<String> ENDS = Set.of("ACK", "BYE", "CANCEL", "PRACK");

    private final Lane[] lanes;
    private final Transactions[] tables;
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder received = new LongAdder();
    private final LongAdder shed = new LongAdder();
    private final Doorkeeper door;
    private final String agent;
    private final Transports transports;

    /**
     * How much is taken. Immutable.
     *
     * @param lanes how many calls are worked on at a time
     * @param waiting messages that wait for one lane
     * @param transactions that there are at a time in all lanes, the last tenth for requests within calls
     * @param agent what the server says it is
     */
    public record Settings(int lanes, int waiting, int transactions, String agent, Timing timing) {}

    public SipStack(Settings settings, Transports.Settings ways, Doorkeeper door, TransactionUser user) {
        this.door = door;
        this.agent = settings.agent();
        this.lanes = new Lane[settings.lanes()];
        this.tables = new Transactions[settings.lanes()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane("sip-" + i, settings.waiting());
            tables[i] = new Transactions(lanes[i], settings.timing(), user, this::back, count, settings.transactions());
        }
        this.transports = open(ways);
    }

    private Transports open(Transports.Settings ways) {
        try {
            return new Transports(ways, this);
        } catch (RuntimeException e) {
            closeLanes();
            throw e;
        }
    }

    /** The transactions of this call. */
    public Transactions of(String callId) {
        return tables[Math.floorMod(callId.hashCode(), tables.length)];
    }

    /** Every way in and out. */
    public Transports transports() {
        return transports;
    }

    /** What the server says it is. */
    public String agent() {
        return agent;
    }

    /** How many transactions there are. */
    public int transactions() {
        return count.get();
    }

    /** How many messages came. */
    public long received() {
        return received.sum();
    }

    /** How many were refused or dropped because there was too much to do. */
    public long shed() {
        return shed.sum();
    }

    @Override
    public void received(byte[] bytes, int length, Flow flow, boolean last) {
        try {
            received.increment();
            if (!door.isBlocked(flow.remote().getAddress())) {
                take(bytes, length, flow, last);
            }
        } catch (Throwable e) { // Whatever it was, the next message is read.
            log.error("A message could not be taken", e);
        }
    }

    private void take(byte[] bytes, int length, Flow flow, boolean last) {
        SipMessage message;
        try {
            message = SipParser.parse(bytes, length);
        } catch (SipSyntaxException e) {
            e.request()
                    .filter(request -> !door.isScan(request))
                    .ifPresent(request -> refuse(request, flow, e.status(), String.valueOf(e.getMessage())));
            return;
        }
        if (message instanceof SipResponse response) {
            if (MessageRules.fits(response)) {
                Transactions table = of(response.callId());
                offer(table.lane(), FOR_ALL, last, () -> table.received(response, flow));
            }
        } else if (message instanceof SipRequest request && !door.isScan(request)) {
            take(request, flow, last);
        }
    }

    private void take(SipRequest request, Flow flow, boolean last) {
        Optional<MessageRules.Fault> fault = MessageRules.check(request);
        if (fault.isPresent()) {
            refuse(request, flow, fault.get().status(), fault.get().reason());
            return;
        }
        stamp(request, flow);
        Transactions table = of(request.callId());
        boolean isNew = request.toTag().isEmpty() && !request.is("ACK") && !request.is("CANCEL");
        boolean taken = offer(
                table.lane(),
                isNew ? FOR_NEW : FOR_CALLS_IN_PROGRESS,
                last && ENDS.contains(request.method()),
                () -> table.received(request, flow));
        if (!taken && isNew) {
            Transactions.busy(request, back(request, flow));
        }
    }

    private boolean offer(Lane lane, int percent, boolean now, Runnable work) {
        boolean taken = (now && lane.doNow(work)) || lane.offer(work, percent);
        if (!taken) {
            shed.increment();
        }
        return taken;
    }

    private void refuse(SipRequest request, Flow flow, int status, String reason) {
        boolean answerable = !request.is("ACK")
                && request.via().isPresent()
                && !request.callId().isEmpty()
                && request.headers().has(HeaderName.CSEQ);
        if (answerable) {
            stamp(request, flow);
            back(request, flow).send(SipWriter.write(request.answer(status, reason, Randoms.text())), () -> {});
        }
    }

    private static void stamp(SipRequest request, Flow flow) {
        InetSocketAddress remote = flow.remote();
        request.cameFrom(Network.written(remote.getAddress()), remote.getPort());
    }

    /** Where the answers to a request go (RFC 3261, section 18.2.2; RFC 3581, section 4). */
    private Flow back(SipRequest request, Flow flow) {
        Via via = request.via().orElseThrow();
        if (flow.transport().isReliable() || via.params().has("rport")) {
            return flow;
        }
        int port = via.port() == 0 ? Transport.UDP.usualPort() : via.port();
        return port == flow.remote().getPort()
                ? flow
                : transports.to(
                        Transport.UDP, new InetSocketAddress(flow.remote().getAddress(), port), "");
    }

    /** A Via of this machine for a request by this flow, with a new branch. */
    public String via(Flow flow) {
        InetSocketAddress own = transports.own(flow);
        var params = new Params(java.util.Map.of("branch", Randoms.branch())).with("rport", "");
        return new Via(flow.transport().name(), own.getHostString(), own.getPort(), params).toString();
    }

    /** This machine's Contact toward a peer. */
    public String contact(Flow flow, String user) {
        InetSocketAddress own = transports.own(flow);
        var params = flow.transport() == Transport.UDP
                ? Params.NONE
                : Params.NONE.with("transport", flow.transport().parameter());
        return "<" + new SipUri("sip", user, own.getHostString(), own.getPort(), params, "") + ">";
    }

    @Override
    public void close() {
        transports.close();
        closeLanes();
    }

    private void closeLanes() {
        for (Lane lane : lanes) {
            lane.close();
        }
    }
}
