package org.patchbay.sip.dialog;

import org.patchbay.api.PortalId;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transport.Transport;

/**
 * Sends to a browser that is just coming back once it is there: nobody can connect to it, and a request that finds its
 * connection gone would end the call. Of one lane.
 */
final class Reach {

    /** As long as a request would be repeated (Timer F of RFC 3261). */
    private static final long PATIENCE = 32_000;

    private final LegKit kit;
    private final PortalId portal;
    private final Dialog dialog;
    private final Lane lane;

    Reach(LegKit kit, PortalId portal, Dialog dialog) {
        this.kit = kit;
        this.portal = portal;
        this.dialog = dialog;
        this.lane = kit.stack().of(dialog.id().callId()).lane();
        dialog.returns(contact -> kit.returns().of(portal, contact));
    }

    /** Sends now or when it is back; or says that it stayed away. */
    void out(Runnable send, Runnable away) {
        Transport transport = dialog.flow().transport();
        boolean browser = transport == Transport.WS || transport == Transport.WSS;
        if (!browser || dialog.flow().isOpen()) {
            send.run();
            return;
        }
        var waiting = new Waiting(send, away);
        waiting.patience = lane.after(PATIENCE, waiting::stayedAway);
        waiting.forget = kit.returns().await(portal, dialog.target(), () -> lane.execute(waiting::back));
    }

    private static final class Waiting {

        private final Runnable send;
        private final Runnable away;
        private Timer patience = Timer.NONE;
        private Runnable forget = () -> {};
        private boolean over;

        private Waiting(Runnable send, Runnable away) {
            this.send = send;
            this.away = away;
        }

        private void back() {
            if (!over) {
                over = true;
                patience.cancel();
                send.run();
            }
        }

        private void stayedAway() {
            if (!over) {
                over = true;
                forget.run();
                away.run();
            }
        }
    }
}
