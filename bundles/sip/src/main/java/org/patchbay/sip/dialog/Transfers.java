package org.patchbay.sip.dialog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.TransferRequest;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transport.Flow;

/** The far end wants to be put through, and is told how that goes on (RFC 3515, RFC 3891). Of one lane. */
final class Transfers {

    private static final int LONGEST = 128;

    private final Dialog dialog;
    private final LegKit kit;
    private final LegVoice voice;
    private final Requester requester;
    private final PortalId portal;
    private boolean told;
    private boolean subscribed;

    Transfers(Dialog dialog, LegKit kit, LegVoice voice, Requester requester, PortalId portal) {
        this.dialog = dialog;
        this.kit = kit;
        this.voice = voice;
        this.requester = requester;
        this.portal = portal;
    }

    void asked(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        Optional<SipUri> to =
                NameAddr.parse(request.headers().text(HeaderName.REFER_TO)).flatMap(NameAddr::uri);
        String number = to.map(SipUri::user).orElse("");
        if (request.headers().count(HeaderName.REFER_TO) != 1 || number.isEmpty() || number.length() > LONGEST) {
            transaction.answer(400, "Bad Refer-To");
            return;
        }
        if (to.filter(address -> kit.domains().isElsewhere(address, portal)).isPresent()) {
            transaction.answer(403, "Another Domain");
            return;
        }
        if (subscribed) {
            transaction.answer(491, "Request Pending");
            return;
        }
        Optional<String> replaces = to.flatMap(uri -> uri.header("Replaces"));
        Optional<LegId> replaced = replaces.flatMap(kit.dialogs()::replaced)
                .filter(user -> user.portal().equals(portal))
                .map(DialogUser::leg);
        if (replaces.isPresent() && replaced.isEmpty()) {
            transaction.answer(481, "Call/Transaction Does Not Exist");
            return;
        }
        told = !request.headers().text("Refer-Sub").strip().equalsIgnoreCase("false");
        subscribed = told;
        SipResponse accepted = request.answer(202, "Accepted", transaction.tag());
        accepted.headers().add(HeaderName.CONTACT, dialog.contact());
        if (!told) {
            accepted.headers().add("Refer-Sub", "false");
        }
        transaction.answer(accepted);
        transferred(100);
        voice.tell(hears -> hears.transferAsked(new TransferRequest(number, replaced)));
    }

    void transferred(int status) {
        if (!subscribed || !told) {
            return;
        }
        boolean over = status >= 200;
        subscribed = !over;
        SipRequest notify = dialog.request("NOTIFY");
        notify.headers().add(HeaderName.CONTACT, dialog.contact());
        notify.headers().add(HeaderName.EVENT, "refer");
        notify.headers()
                .add(HeaderName.SUBSCRIPTION_STATE, over ? "terminated;reason=noresource" : "active;expires=180");
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
                // The transfer goes on whether the far end hears of it or not.
            }
        });
    }
}
