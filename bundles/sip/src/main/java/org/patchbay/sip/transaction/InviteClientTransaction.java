package org.patchbay.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transport.Flow;

/** An INVITE that was sent (RFC 3261, section 17.1.1; RFC 6026, section 7.2). */
public final class InviteClientTransaction implements ClientTransaction {

    private static final long TIMER_D = 32_000;

    private enum State {
        CALLING,
        PROCEEDING,
        COMPLETED,
        ACCEPTED,
        TERMINATED
    }

    private final Transactions table;
    private final String key;
    private final SipRequest request;
    private byte @Nullable [] bytes;
    private final Flow flow;
    private final ClientListener listener;
    private State state = State.CALLING;
    private Timer timerA = Timer.NONE;
    private Timer timerB = Timer.NONE;
    private boolean cancelWanted;
    private String reason = "";

    InviteClientTransaction(Transactions table, String key, SipRequest request, Flow flow, ClientListener listener) {
        this.table = table;
        this.key = key;
        this.request = request;
        this.bytes = SipWriter.write(request);
        this.flow = flow;
        this.listener = listener;
    }

    void start() {
        timerB = table.lane().after(table.timing().patience(), () -> fail(408));
        send(() -> table.lane().execute(() -> fail(503)));
        if (!flow.transport().isReliable()) {
            repeat(table.timing().t1());
        }
    }

    private void send(Runnable failed) {
        byte[] present = bytes;
        if (present != null) {
            flow.send(present, failed);
        }
    }

    private void repeat(long pause) {
        timerA = table.lane().after(pause, () -> {
            if (state == State.CALLING) {
                send(() -> {});
                repeat(pause * 2);
            }
        });
    }

    private void fail(int status) {
        if (state == State.CALLING || (state == State.PROCEEDING && cancelWanted)) {
            terminate();
            listener.failed(status);
        }
    }

    @Override
    public SipRequest request() {
        return request;
    }

    @Override
    public void received(SipResponse response, Flow from) {
        switch (state) {
            case CALLING, PROCEEDING -> first(response, from);
            case ACCEPTED -> {
                if (response.isSuccess()) {
                    listener.answered(response, from);
                }
            }
            case COMPLETED -> {
                if (response.status() >= 300) {
                    acknowledge(response);
                }
            }
            case TERMINATED -> {}
        }
    }

    private void first(SipResponse response, Flow from) {
        timerA.cancel();
        bytes = null;
        if (response.isProvisional()) {
            boolean wasCalling = state == State.CALLING;
            state = State.PROCEEDING;
            if (!cancelWanted) {
                timerB.cancel();
            } else if (wasCalling) {
                sendCancel();
            }
        } else if (response.isSuccess()) {
            state = State.ACCEPTED;
            timerB.cancel();
            // Timer M
            timerB = table.lane().after(table.timing().patience(), this::terminate);
        } else {
            state = State.COMPLETED;
            acknowledge(response);
            timerB.cancel();
            timerB = table.lane().after(flow.transport().isReliable() ? 0 : TIMER_D, this::terminate);
        }
        listener.answered(response, from);
    }

    /** Gives the call up (RFC 3261, section 9.1) as soon as anything was heard of it, and says why (RFC 3326). */
    public void cancel(String why) {
        if (cancelWanted || (state != State.CALLING && state != State.PROCEEDING)) {
            return;
        }
        cancelWanted = true;
        reason = why;
        if (state == State.PROCEEDING) {
            sendCancel();
        }
    }

    /**
     * The call is over. Of other devices that took it too one hears at once, so that what was sent before is waited for and
     * nothing else: the transaction would keep all of the call for half a minute.
     */
    public void over() {
        if (state == State.ACCEPTED) {
            timerB.cancel();
            timerB = table.lane().after(table.timing().t4(), this::terminate);
        }
    }

    private void sendCancel() {
        timerB.cancel();
        timerB = table.lane().after(table.timing().patience(), () -> fail(487));
        SipRequest cancel = like("CANCEL", request.headers().text(HeaderName.TO));
        if (!reason.isEmpty()) {
            cancel.headers().add(HeaderName.REASON, reason);
        }
        table.send(cancel, flow, new ClientListener() {
            @Override
            public void answered(SipResponse response, Flow from) {
                // The INVITE itself is answered with 487.
            }

            @Override
            public void failed(int status) {
                // The timer above ends it.
            }
        });
    }

    /** The ACK of a refusal (RFC 3261, section 17.1.1.3). */
    private void acknowledge(SipResponse response) {
        SipRequest ack = like("ACK", response.headers().text(HeaderName.TO));
        flow.send(SipWriter.write(ack), () -> {});
    }

    private SipRequest like(String method, String to) {
        var headers = new Headers();
        Headers mine = request.headers();
        headers.add(HeaderName.VIA, mine.text(HeaderName.VIA));
        headers.copy(HeaderName.ROUTE, mine);
        headers.add(HeaderName.MAX_FORWARDS, "70");
        headers.add(HeaderName.FROM, mine.text(HeaderName.FROM));
        headers.add(HeaderName.TO, to);
        headers.add(HeaderName.CALL_ID, request.callId());
        long number = request.cseq().map(CSeq::number).orElse(1L);
        headers.add(HeaderName.CSEQ, new CSeq(number, method).toString());
        return new SipRequest(method, request.uri(), headers);
    }

    private void terminate() {
        state = State.TERMINATED;
        timerA.cancel();
        timerB.cancel();
        table.remove(this, key);
    }
}
