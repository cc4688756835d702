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
        Party shown = invitation.callerHidden() ? Party.anonymous() : invitation.caller();
        return shown(shown, route.domain()) + ";tag=" + tag;
    }

    /** Somebody, or nobody who is known (RFC 3323, section 4.1.1.3). */
    static String shown(Party party, String domain) {
        return party.number().isEmpty() ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>" : address(party, domain);
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
            case ANSWER_BY_ITSELF -> answersByItself(headers, "");
            case INTERCOM -> answersByItself(headers, ";speaks=intercom");
            case PAGE -> answersByItself(headers, ";speaks=page");
        }
    }

    /** The parameter of Call-Info that is ours is for phones in browsers (RFC 3261, section 20.9: others ignore it). */
    private void answersByItself(Headers headers, String ours) {
        headers.add(HeaderName.CALL_INFO, "<sip:" + route.domain() + ">;answer-after=0" + ours);
        headers.add(HeaderName.ALERT_INFO, "<http://" + route.domain() + ">;info=alert-autoanswer;delay=0");
    }

    static String address(Party party, String domain) {
        return new NameAddr(party.name(), SipUri.of(party.number(), domain, 0).toString(), Params.NONE).toString();
    }
}
