package org.patchbay.sip.dialog;

import java.util.List;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Party;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.Params;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transport.Flow;

/** Writes the first INVITE of a call. Thread-safe. */
final class InviteWriter {

    private final SipStack stack;
    private final Route route;
    private final Invitation invitation;
    private final String callId = Randoms.text() + Randoms.text();
    private final String tag = Randoms.text();

    InviteWriter(SipStack stack, Route route, Invitation invitation) {
        this.stack = stack;
        this.route = route;
        this.invitation = invitation;
    }

    String callId() {
        return callId;
    }

    /** With this number, for this way; the user is that of this side's Contact. */
    SipRequest write(long number, Flow flow, String user, long leastInterval) {
        var headers = new Headers();
        headers.add(HeaderName.VIA, stack.via(flow));
        headers.add(HeaderName.MAX_FORWARDS, "70");
        route.path().forEach(proxy -> headers.add(HeaderName.ROUTE, proxy));
        headers.add(HeaderName.FROM, from());
        headers.add(
                HeaderName.TO,
                address(new Party(route.called(), invitation.called().name()), route.domain()));
        headers.add(HeaderName.CALL_ID, callId);
        headers.add(HeaderName.CSEQ, number + " INVITE");
        headers.add(HeaderName.CONTACT, stack.contact(flow, user));
        headers.add(HeaderName.USER_AGENT, stack.agent());
        identity(headers);
        ring(headers);
        SessionTimer.ask(headers, leastInterval);
        return Answers.offering(new SipRequest("INVITE", route.uri(), headers), invitation.description());
    }

    private String from() {
        if (invitation.callerHidden() || invitation.caller().number().isEmpty()) {
            return "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=" + tag;
        }
        return address(invitation.caller(), route.domain()) + ";tag=" + tag;
    }

    private void identity(Headers headers) {
        Party caller = invitation.caller();
        if (!caller.number().isEmpty()) {
            headers.add(HeaderName.P_ASSERTED_IDENTITY, address(caller, route.domain()));
        }
        if (invitation.callerHidden()) {
            headers.add(HeaderName.PRIVACY, "id");
        }
        List<Party> diverted = invitation.divertedBy();
        diverted.forEach(
                party -> headers.add(HeaderName.DIVERSION, address(party, route.domain()) + ";reason=unconditional"));
    }

    private void ring(Headers headers) {
        switch (invitation.ring()) {
            case INTERNAL -> headers.add(HeaderName.ALERT_INFO, "<http://" + route.domain() + ">;info=internal");
            case EXTERNAL -> headers.add(HeaderName.ALERT_INFO, "<http://" + route.domain() + ">;info=external");
            case ANSWER_BY_ITSELF -> {
                headers.add(HeaderName.CALL_INFO, "<sip:" + route.domain() + ">;answer-after=0");
                headers.add(HeaderName.ALERT_INFO, "<http://" + route.domain() + ">;info=alert-autoanswer;delay=0");
            }
        }
    }

    static String address(Party party, String domain) {
        return new NameAddr(party.name(), SipUri.of(party.number(), domain, 0).toString(), Params.NONE).toString();
    }
}
