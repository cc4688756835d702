package org.patchbay.sip.dialog;

import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transaction.Timing;

/** Repeats a 2xx until its ACK comes (RFC 3261, section 13.3.1.4). Of one lane. */
final class OkRepeater {

    private final Lane lane;
    private final Timing timing;
    private Timer repeat = Timer.NONE;
    private Timer patience = Timer.NONE;
    private boolean waiting;

    OkRepeater(Lane lane, Timing timing) {
        this.lane = lane;
        this.timing = timing;
    }

    /** Sends it now, and again; what to do if nobody acknowledges. */
    void send(ServerTransaction transaction, SipResponse ok, Runnable unacknowledged) {
        stop();
        waiting = true;
        transaction.answer(ok);
        again(transaction, ok, timing.t1());
        patience = lane.after(timing.patience(), () -> {
            stop();
            unacknowledged.run();
        });
    }

    private void again(ServerTransaction transaction, SipResponse ok, long pause) {
        repeat = lane.after(pause, () -> {
            transaction.answer(ok);
            again(transaction, ok, Math.min(pause * 2, timing.t2()));
        });
    }

    /** Whether an ACK is still to come. */
    boolean isWaiting() {
        return waiting;
    }

    void stop() {
        waiting = false;
        repeat.cancel();
        patience.cancel();
    }
}
