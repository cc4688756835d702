package org.patchbay.sip.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegId;
import org.patchbay.sip.dialog.Dialog;
import org.patchbay.sip.dialog.DialogUser;
import org.patchbay.sip.dialog.Requester;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transport.Flow;
import org.patchbay.spi.signalling.EventPackage.EventState;

/** One subscription of a device (RFC 6665, section 4.2). Of one lane. */
final class Subscription implements DialogUser {

    private static final LegId NO_LEG = new LegId("");
    private static final long GATHER = 100;

    private final Subscriptions all;
    private final Watched watched;
    private final String watcher;
    private final String event;
    private final Dialog dialog;
    private final Lane lane;
    private final Requester requester;
    private Timer expiry = Timer.NONE;
    private long until;
    private boolean busy;
    private boolean dirty;
    private boolean over;

    Subscription(
            Subscriptions all, Watched watched, String watcher, String event, Dialog dialog, Lane lane, Requester r) {
        this.all = all;
        this.watched = watched;
        this.watcher = watcher;
        this.event = event;
        this.dialog = dialog;
        this.lane = lane;
        this.requester = r;
    }

    Watched watched() {
        return watched;
    }

    String watcher() {
        return watcher;
    }

    Dialog dialog() {
        return dialog;
    }

    @Override
    public PortalId portal() {
        return watched.portal();
    }

    @Override
    public LegId leg() {
        return NO_LEG;
    }

    @Override
    public boolean isConfirmed() {
        return true;
    }

    @Override
    public void acknowledged(SipRequest ack) {
        // Nobody acknowledges a subscription.
    }

    @Override
    public void request(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        if (!dialog.accepts(request, transaction.flow())) {
            transaction.answer(500, "Out Of Order");
        } else if (request.is("SUBSCRIBE")) {
            all.seconds(transaction).ifPresent(seconds -> last(transaction, seconds));
        } else {
            transaction.answer(405, "Method Not Allowed");
        }
    }

    /** Answers a SUBSCRIBE, and tells the state. */
    void last(ServerTransaction transaction, long seconds) {
        SipResponse answer = transaction.request().answer(200, "OK", transaction.tag());
        answer.headers().add(HeaderName.CONTACT, dialog.contact());
        answer.headers().add(HeaderName.EXPIRES, String.valueOf(seconds));
        transaction.answer(answer);
        until = System.nanoTime() / 1_000_000_000 + seconds;
        expiry.cancel();
        expiry = lane.after(seconds * 1000, () -> end("timeout"));
        if (seconds == 0) {
            end("timeout");
        } else {
            dirty = true;
            tell();
        }
    }

    /** Something is another now; what changes within a moment is told as one. */
    void changed() {
        if (!dirty && !over) {
            dirty = true;
            lane.after(GATHER, this::tell);
        }
    }

    private void tell() {
        if (over || busy || !dirty) {
            return;
        }
        dirty = false;
        Optional<EventState> state = all.state(this);
        if (state.isEmpty()) {
            end("rejected");
            return;
        }
        long left = Math.max(1, until - System.nanoTime() / 1_000_000_000);
        notify("active;expires=" + left, state.get());
    }

    private void end(String reason) {
        if (!over) {
            over = true;
            notify("terminated;reason=" + reason, all.state(this).orElse(new EventState("", "")));
            close();
        }
    }

    private void close() {
        over = true;
        expiry.cancel();
        all.remove(this);
    }

    private void notify(String subscription, EventState state) {
        busy = true;
        SipRequest notify = dialog.request("NOTIFY");
        notify.headers().add(HeaderName.CONTACT, dialog.contact());
        notify.headers().add(HeaderName.EVENT, event);
        notify.headers().add(HeaderName.SUBSCRIPTION_STATE, subscription);
        if (!state.type().isEmpty()) {
            notify.headers().add(HeaderName.CONTENT_TYPE, state.type());
        }
        byte[] body = state.body().getBytes(StandardCharsets.UTF_8);
        var whole = new SipRequest("NOTIFY", notify.uri(), notify.headers(), body);
        requester.send(whole, dialog.flow(), new Requester.Listener() {
            @Override
            public void answered(SipResponse response, Flow flow) {
                if (response.isProvisional()) {
                    return;
                }
                busy = false;
                if (response.isSuccess()) {
                    tell();
                } else if (!over) {
                    close();
                }
            }

            @Override
            public void failed(int status) {
                busy = false;
                if (!over) {
                    close();
                }
            }
        });
    }

    Lane lane() {
        return lane;
    }
}
