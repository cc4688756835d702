package org.patchbay.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transport.Flow;

/** A request other than INVITE that came in (RFC 3261, section 17.2.2). What it said is forgotten once it is answered. */
public final class NonInviteServerTransaction implements ServerTransaction {

    private final Transactions table;
    private final String key;
    private final Flow flow;
    private final Flow back;
    private final String tag;
    private @Nullable SipRequest request;
    private byte @Nullable [] last;
    private boolean completed;

    NonInviteServerTransaction(Transactions table, String key, SipRequest request, Flow flow, Flow back, String tag) {
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

    @Override
    public void answer(SipResponse response) {
        if (completed) {
            return;
        }
        last = SipWriter.write(response);
        back.send(last, () -> {});
        if (!response.isProvisional()) {
            completed = true;
            request = null;
            // Timer J
            table.lane().after(back.transport().isReliable() ? 0 : table.timerJ(), () -> table.remove(this, key));
        }
    }

    @Override
    public void repeated() {
        if (last != null) {
            back.send(last, () -> {});
        }
    }
}
