package org.patchbay.sip.transaction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.message.Via;
import org.patchbay.sip.transport.Flow;

/** The transactions of one lane (RFC 3261, section 17). Used in the lane alone. */
public final class Transactions {

    /** How long repetitions of a request are answered when many are there: the longest pause between two, and a second. */
    private static final long SHORT_J = 5_000;

    private static final int SHORT_FROM = 4;

    /** The part of all transactions that is kept for calls in progress. */
    private static final int KEPT = 10;

    private final Lane lane;
    private final Timing timing;
    private final TransactionUser user;
    private final BiFunction<SipRequest, Flow, Flow> back;
    private final AtomicInteger count;
    private final int most;
    private final Map<String, ServerTransaction> servers = new HashMap<>();
    private final Map<String, ClientTransaction> clients = new HashMap<>();

    /**
     * @param back where the answers to a request go
     * @param count of all lanes together
     * @param most of requests at a time; the last tenth is for those within calls
     */
    public Transactions(
            Lane lane,
            Timing timing,
            TransactionUser user,
            BiFunction<SipRequest, Flow, Flow> back,
            AtomicInteger count,
            int most) {
        this.lane = lane;
        this.timing = timing;
        this.user = user;
        this.back = back;
        this.count = count;
        this.most = most;
    }

    /** The lane. */
    public Lane lane() {
        return lane;
    }

    Timing timing() {
        return timing;
    }

    long timerJ() {
        return count.get() > most / SHORT_FROM ? Math.min(SHORT_J, timing.patience()) : timing.patience();
    }

    /** Takes a request that keeps the rules. */
    public void received(SipRequest request, Flow flow) {
        String key = serverKey(request);
        ServerTransaction present = servers.get(key);
        switch (request.method()) {
            case "ACK" -> {
                if (!(present instanceof InviteServerTransaction invite) || !invite.acknowledged()) {
                    user.acknowledged(request);
                }
            }
            case "CANCEL" -> cancel(request, flow, present);
            default -> {
                if (present != null) {
                    present.repeated();
                } else {
                    begin(request, flow, key);
                }
            }
        }
    }

    private void cancel(SipRequest request, Flow flow, @Nullable ServerTransaction present) {
        Flow to = back.apply(request, flow);
        if (present instanceof InviteServerTransaction invite) {
            to.send(SipWriter.write(request.answer(200, "OK", invite.tag())), () -> {});
            invite.cancelled();
        } else if (user.admit(request, flow, to).isPresent()) {
            to.send(SipWriter.write(request.answer(481, "Call/Transaction Does Not Exist", Randoms.text())), () -> {});
        }
    }

    private void begin(SipRequest request, Flow flow, String key) {
        Flow to = back.apply(request, flow);
        Optional<Consumer<ServerTransaction>> taker = user.admit(request, flow, to);
        if (taker.isEmpty()) {
            return;
        }
        if (count.get() >= (request.toTag().isEmpty() ? most - most / KEPT : most)) {
            busy(request, to);
            return;
        }
        count.incrementAndGet();
        String tag = Randoms.text();
        ServerTransaction made = request.is("INVITE")
                ? new InviteServerTransaction(this, key, request, flow, to, tag)
                : new NonInviteServerTransaction(this, key, request, flow, to, tag);
        servers.put(key, made);
        taker.get().accept(made);
    }

    /** Refuses for now, and remembers nothing. */
    public static void busy(SipRequest request, Flow back) {
        SipResponse answer = request.answer(503, "Service Unavailable", "busy");
        answer.headers().add(HeaderName.RETRY_AFTER, "2");
        back.send(SipWriter.write(answer), () -> {});
    }

    /** Takes a response. */
    public void received(SipResponse response, Flow flow) {
        String branch = response.via().map(Via::branch).orElse("");
        String method = response.cseq().map(CSeq::method).orElse("");
        ClientTransaction present = clients.get(branch + ' ' + method);
        if (present != null) {
            present.received(response, flow);
        }
    }

    /** Sends a request, whose uppermost Via has a branch of its own. */
    public ClientTransaction send(SipRequest request, Flow flow, ClientListener listener) {
        String key = request.via().map(Via::branch).orElse("") + ' ' + request.method();
        count.incrementAndGet();
        if (request.is("INVITE")) {
            var made = new InviteClientTransaction(this, key, request, flow, listener);
            clients.put(key, made);
            made.start();
            return made;
        }
        var made = new NonInviteClientTransaction(this, key, request, flow, listener);
        clients.put(key, made);
        made.start();
        return made;
    }

    void remove(ServerTransaction transaction, String key) {
        if (servers.remove(key, transaction)) {
            count.decrementAndGet();
        }
    }

    void remove(ClientTransaction transaction, String key) {
        if (clients.remove(key, transaction)) {
            count.decrementAndGet();
        }
    }

    /** RFC 3261, section 17.2.3; an ACK and a CANCEL have the key of their INVITE. */
    private static String serverKey(SipRequest request) {
        boolean ofInvite = request.is("ACK") || request.is("CANCEL");
        String method = ofInvite ? "INVITE" : request.method();
        Via via = request.via().orElseThrow();
        String branch = via.branch();
        if (branch.startsWith(Via.COOKIE) && branch.length() > Via.COOKIE.length()) {
            return branch + ' ' + via.sentBy() + ' ' + method;
        }
        long number = request.cseq().map(CSeq::number).orElse(0L);
        return request.callId() + ' ' + request.fromTag() + ' ' + number + ' ' + via.sentBy() + ' ' + method;
    }
}
