package org.patchbay.sip.dialog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegId;
import org.patchbay.sip.auth.Domains;
import org.patchbay.sip.auth.Identity;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transport.Flow;
import org.patchbay.spi.signalling.CallHandler;

/**
 * Devices that want a call to be made, from outside of a call (REFER, RFC 3515): phones of their own ring first. Each is told how
 * that went by an implicit subscription, unless it wants not (RFC 4488). Thread-safe.
 */
public final class Referrals {

    private static final int LONGEST = 128;
    private static final long LIFE = 180_000;

    private final SipStack stack;
    private final Dialogs dialogs;
    private final Neighbours neighbours;
    private final Domains domains;

    public Referrals(SipStack stack, Dialogs dialogs, Neighbours neighbours, Domains domains) {
        this.stack = stack;
        this.dialogs = dialogs;
        this.neighbours = neighbours;
        this.domains = domains;
    }

    /** Takes a REFER of somebody who is known. */
    public void asked(ServerTransaction transaction, Identity identity) {
        SipRequest request = transaction.request();
        Optional<CallHandler> handler = neighbours.calls();
        Optional<SipUri> to =
                NameAddr.parse(request.headers().text(HeaderName.REFER_TO)).flatMap(NameAddr::uri);
        String number = to.map(SipUri::user).orElse("");
        if (!(identity instanceof Identity.Device device)) {
            transaction.answer(403, "Forbidden");
        } else if (request.headers().count(HeaderName.REFER_TO) != 1
                || number.isEmpty()
                || number.length() > LONGEST
                || to.flatMap(uri -> uri.header("Replaces")).isPresent()) {
            transaction.answer(400, "Bad Refer-To");
        } else if (to.filter(address -> domains.isElsewhere(address, device.portal()))
                .isPresent()) {
            transaction.answer(403, "Another Domain");
        } else if (handler.isEmpty()) {
            later(transaction);
        } else {
            begin(transaction, device, number, handler.get());
        }
    }

    private void begin(ServerTransaction transaction, Identity.Device device, String number, CallHandler handler) {
        SipRequest request = transaction.request();
        var referral = new Referral(transaction, device.portal());
        String asked = request.target().map(SipUri::user).orElse("");
        String phone = asked.equalsIgnoreCase(device.account().user()) ? "" : asked;
        int status;
        try {
            status = handler.referred(
                    device.portal(),
                    device.account().id(),
                    phone,
                    number,
                    outcome -> referral.lane.execute(() -> referral.ends(outcome)));
        } catch (PatchbayException e) {
            later(transaction);
            return;
        }
        if (status == 202) {
            referral.accept(transaction);
        } else {
            transaction.answer(status, Reasons.of(status));
        }
    }

    private static void later(ServerTransaction transaction) {
        SipResponse answer = transaction.request().answer(503, "Service Unavailable", transaction.tag());
        answer.headers().add(HeaderName.RETRY_AFTER, "5");
        transaction.answer(answer);
    }

    /** One of them. Of one lane. */
    private final class Referral implements DialogUser {

        private final PortalId portal;
        private final Dialog dialog;
        private final Lane lane;
        private final Requester requester;
        private final boolean told;
        private Timer life = Timer.NONE;
        private boolean over;

        private Referral(ServerTransaction transaction, PortalId portal) {
            SipRequest request = transaction.request();
            this.portal = portal;
            this.dialog = Dialog.answering(stack, request, transaction.tag(), Randoms.text(), transaction.flow());
            this.lane = stack.of(request.callId()).lane();
            this.requester = new Requester(stack, request.callId(), Optional.empty());
            this.told = !request.headers().text("Refer-Sub").strip().equalsIgnoreCase("false");
        }

        private void accept(ServerTransaction transaction) {
            SipResponse accepted = transaction.request().answer(202, "Accepted", transaction.tag());
            accepted.headers().add(HeaderName.CONTACT, dialog.contact());
            if (told) {
                dialogs.put(dialog.id(), this);
                life = lane.after(LIFE, () -> ends(100));
            } else {
                accepted.headers().add("Refer-Sub", "false");
            }
            transaction.answer(accepted);
            notify(100, "active;expires=" + LIFE / 1_000);
        }

        private void ends(int outcome) {
            if (!over) {
                notify(outcome, "terminated;reason=noresource");
                over = true;
                life.cancel();
                dialogs.remove(dialog.id(), this);
            }
        }

        private void notify(int status, String subscription) {
            if (over || !told) {
                return;
            }
            SipRequest notify = dialog.request("NOTIFY");
            notify.headers().add(HeaderName.CONTACT, dialog.contact());
            notify.headers().add(HeaderName.EVENT, "refer");
            notify.headers().add(HeaderName.SUBSCRIPTION_STATE, subscription);
            notify.headers().add(HeaderName.CONTENT_TYPE, "message/sipfrag;version=2.0");
            String fragment = "SIP/2.0 " + status + ' ' + Reasons.of(status) + "\r\n";
            var whole = new SipRequest(
                    notify.method(), notify.uri(), notify.headers(), fragment.getBytes(StandardCharsets.UTF_8));
            requester.send(whole, dialog.flow(), new Requester.Listener() {
                @Override
                public void answered(SipResponse response, Flow flow) {
                    // Whether it wants to know is its own business.
                }

                @Override
                public void failed(int failure) {
                    // The call goes on whether the device hears of it or not.
                }
            });
        }

        @Override
        public PortalId portal() {
            return portal;
        }

        @Override
        public LegId leg() {
            return new LegId("");
        }

        @Override
        public boolean isConfirmed() {
            return true;
        }

        @Override
        public void request(ServerTransaction transaction) {
            if (!dialog.accepts(transaction.request(), transaction.flow())) {
                transaction.answer(500, "Out Of Order");
            } else {
                transaction.answer(405, "Method Not Allowed");
            }
        }

        @Override
        public void acknowledged(SipRequest ack) {
            // Nobody acknowledges a REFER.
        }
    }
}
