package org.patchbay.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transport.Flow;

/** A request other than INVITE that was sent (RFC 3261, section 17.1.2). Who waits for the answer is forgotten with it. */
public final class NonInviteClientTransaction implements ClientTransaction {

    private enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private final Transactions table;
    private final String key;
    private final SipRequest request;
    private byte @Nullable [] bytes;
    private final Flow flow;
    private @Nullable ClientListener listener;
    private State state = State.TRYING;
    private Timer timerE = Timer.NONE;
    private Timer timerF = Timer.NONE;

    NonInviteClientTransaction(Transactions table, String key, SipRequest request, Flow flow, ClientListener listener) {
        this.table = table;
        this.key = key;
        this.request = request;
        this.bytes = SipWriter.write(request);
        this.flow = flow;
        this.listener = listener;
    }

    void start() {
        timerF = table.lane().after(table.timing().patience(), () -> fail(408));
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
        timerE = table.lane().after(pause, () -> {
            if (state == State.TRYING || state == State.PROCEEDING) {
                send(() -> {});
                long t2 = table.timing().t2();
                repeat(state == State.PROCEEDING ? t2 : Math.min(pause * 2, t2));
            }
        });
    }

    private void fail(int status) {
        if (state == State.TRYING || state == State.PROCEEDING) {
            ClientListener hears = listener;
            terminate();
            if (hears != null) {
                hears.failed(status);
            }
        }
    }

    @Override
    public SipRequest request() {
        return request;
    }

    @Override
    public void received(SipResponse response, Flow from) {
        if (state != State.TRYING && state != State.PROCEEDING) {
            return;
        }
        ClientListener hears = listener;
        if (response.isProvisional()) {
            state = State.PROCEEDING;
        } else {
            state = State.COMPLETED;
            bytes = null;
            listener = null;
            timerE.cancel();
            timerF.cancel();
            // Timer K
            timerF = table.lane()
                    .after(flow.transport().isReliable() ? 0 : table.timing().t4(), this::terminate);
        }
        if (hears != null) {
            hears.answered(response, from);
        }
    }

    private void terminate() {
        state = State.TERMINATED;
        timerE.cancel();
        timerF.cancel();
        table.remove(this, key);
    }
}
