package org.patchbay.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transport.Flow;

/** An INVITE that came in (RFC 3261, section 17.2.1; RFC 6026, section 7.1). What it said is forgotten once it is answered. */
public final class InviteServerTransaction implements ServerTransaction {

    private enum State {
        PROCEEDING,
        COMPLETED,
        CONFIRMED,
        ACCEPTED,
        TERMINATED
    }

    private final Transactions table;
    private final String key;
    private @Nullable SipRequest request;
    private final Flow flow;
    private final Flow back;
    private final String tag;
    private State state = State.PROCEEDING;
    private byte @Nullable [] last;
    private Timer timerG = Timer.NONE;
    private Timer timerH = Timer.NONE;
    private Runnable onCancel = () -> {};

    InviteServerTransaction(Transactions table, String key, SipRequest request, Flow flow, Flow back, String tag) {
        this.table = table;
        this.key = key;
        this.request = request;
        this.flow = flow;
        this.back = back;
        this.tag = tag;
    }

    @Override
    public SipRequest request() {
        SipRequest present = request;
        if (present == null) {
            throw new IllegalStateException("It is answered");
        }
        return present;
    }

    @Override
    public Flow flow() {
        return flow;
    }

    @Override
    public String tag() {
        return tag;
    }

    /** Runs this when the caller gives up before there was a final answer. */
    public void onCancel(Runnable action) {
        onCancel = action;
    }

    @Override
    public void answer(SipResponse response) {
        if (state == State.ACCEPTED && response.isSuccess()) {
            send(SipWriter.write(response));
            return;
        }
        if (state != State.PROCEEDING) {
            return;
        }
        byte[] bytes = SipWriter.write(response);
        send(bytes);
        if (!response.isProvisional()) {
            request = null;
            onCancel = () -> {};
        }
        if (response.isProvisional()) {
            last = bytes;
        } else if (response.isSuccess()) {
            last = null;
            state = State.ACCEPTED;
            // Timer L
            timerH = table.lane().after(table.timing().patience(), this::terminate);
        } else {
            last = bytes;
            state = State.COMPLETED;
            timerH = table.lane().after(table.timing().patience(), this::terminate);
            if (!back.transport().isReliable()) {
                repeat(table.timing().t1());
            }
        }
    }

    private void send(byte[] bytes) {
        back.send(bytes, () -> {});
    }

    private void repeat(long pause) {
        timerG = table.lane().after(pause, () -> {
            if (state == State.COMPLETED && last != null) {
                send(last);
                repeat(Math.min(pause * 2, table.timing().t2()));
            }
        });
    }

    @Override
    public void repeated() {
        if ((state == State.PROCEEDING || state == State.COMPLETED) && last != null) {
            send(last);
        }
    }

    /** The ACK of a refusal, or of a 2xx with the branch of its INVITE; whether it is done with. */
    boolean acknowledged() {
        if (state == State.COMPLETED) {
            state = State.CONFIRMED;
            timerG.cancel();
            timerH.cancel();
            last = null;
            // Timer I
            timerH = table.lane()
                    .after(back.transport().isReliable() ? 0 : table.timing().t4(), this::terminate);
        }
        return state != State.ACCEPTED;
    }

    /** The caller gives up. */
    void cancelled() {
        if (state == State.PROCEEDING) {
            onCancel.run();
            answer(487, "Request Terminated");
        }
    }

    private void terminate() {
        state = State.TERMINATED;
        timerG.cancel();
        table.remove(this, key);
    }
}
