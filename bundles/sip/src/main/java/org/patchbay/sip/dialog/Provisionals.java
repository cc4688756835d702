package org.patchbay.sip.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.Tokens;
import org.patchbay.sip.transaction.InviteServerTransaction;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transaction.Timing;

/** Provisional answers to one INVITE, reliable where the caller wants that (RFC 3262, section 3). Of one lane. */
final class Provisionals {

    private static final int MOST_WAITING = 8;

    private final InviteServerTransaction invite;
    private final Lane lane;
    private final Timing timing;
    private final boolean reliable;
    private final long number;
    private final Deque<SipResponse> waiting = new ArrayDeque<>();
    private long sequence = ThreadLocalRandom.current().nextInt(1, 1 << 20);
    private boolean pending;
    private Timer repeat = Timer.NONE;

    Provisionals(InviteServerTransaction invite, Lane lane, Timing timing) {
        this.invite = invite;
        this.lane = lane;
        this.timing = timing;
        this.reliable = Dialogs.requires(invite.request(), "100rel");
        this.number = invite.request().cseq().map(CSeq::number).orElse(0L);
    }

    void send(SipResponse response) {
        if (!reliable) {
            invite.answer(response);
        } else if (!pending) {
            sendReliably(response);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(response);
        }
    }

    private void sendReliably(SipResponse response) {
        pending = true;
        response.headers().set(HeaderName.REQUIRE, "100rel");
        response.headers().set(HeaderName.RSEQ, String.valueOf(++sequence));
        invite.answer(response);
        again(response, timing.t1());
    }

    private void again(SipResponse response, long pause) {
        repeat = lane.after(pause, () -> {
            if (pause < timing.patience()) {
                invite.answer(response);
                again(response, pause * 2);
            }
        });
    }

    /** A PRACK came. */
    void acknowledged(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        String[] parts = request.headers().text(HeaderName.RACK).strip().split("\\s+");
        boolean ours = pending
                && parts.length == 3
                && Tokens.number(parts[0]).filter(n -> n == sequence).isPresent()
                && Tokens.number(parts[1]).filter(n -> n == number).isPresent();
        if (!ours) {
            transaction.answer(481, "Call/Transaction Does Not Exist");
            return;
        }
        transaction.answer(200, "OK");
        pending = false;
        repeat.cancel();
        SipResponse next = waiting.poll();
        if (next != null) {
            sendReliably(next);
        }
    }

    void stop() {
        repeat.cancel();
        waiting.clear();
    }
}
