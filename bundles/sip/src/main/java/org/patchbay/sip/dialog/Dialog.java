package org.patchbay.sip.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transport.Flow;
import org.patchbay.sip.transport.Transport;

/** The state of a dialog (RFC 3261, section 12). Of one lane. */
public final class Dialog {

    private final SipStack stack;
    private final String callId;
    private final String local;
    private final String remote;
    private final DialogId id;
    private final String user;
    private long localSeq;
    private long remoteSeq;
    private String target;
    private List<String> routes;
    private Flow flow;
    private Function<String, Optional<Flow>> returns = contact -> Optional.empty();

    private Dialog(SipStack stack, DialogId id, String local, String remote, String user, Flow flow) {
        this.stack = stack;
        this.callId = id.callId();
        this.id = id;
        this.local = local;
        this.remote = remote;
        this.user = user;
        this.flow = flow;
        this.target = "";
        this.routes = List.of();
    }

    /** Of a request that came in (section 12.1.1); the user is that of this side's Contact. */
    public static Dialog answering(SipStack stack, SipRequest request, String tag, String user, Flow flow) {
        var id = new DialogId(request.callId(), tag, request.fromTag());
        var dialog = new Dialog(
                stack,
                id,
                request.headers().text(HeaderName.TO) + ";tag=" + tag,
                request.headers().text(HeaderName.FROM),
                user,
                flow);
        dialog.remoteSeq = request.cseq().map(CSeq::number).orElse(0L);
        dialog.routes = request.headers().values(HeaderName.RECORD_ROUTE);
        dialog.retarget(request);
        return dialog;
    }

    /** Of an answer to a request that was sent (section 12.1.2). */
    public static Dialog asking(SipStack stack, SipRequest request, SipResponse response, String user, Flow flow) {
        var id = new DialogId(request.callId(), request.fromTag(), response.toTag());
        var dialog = new Dialog(
                stack,
                id,
                request.headers().text(HeaderName.FROM),
                response.headers().text(HeaderName.TO),
                user,
                flow);
        dialog.localSeq = request.cseq().map(CSeq::number).orElse(1L) + 1;
        dialog.target = request.uri();
        dialog.confirm(response);
        return dialog;
    }

    /** The answer that confirms it has the last word on the way back. */
    void confirm(SipResponse response) {
        List<String> recorded = new ArrayList<>(response.headers().values(HeaderName.RECORD_ROUTE));
        Collections.reverse(recorded);
        routes = List.copyOf(recorded);
        retarget(response);
    }

    /** The other side is reached at the address of this Contact from now on (section 12.2). */
    void retarget(SipMessage message) {
        NameAddr.parse(message.headers().text(HeaderName.CONTACT))
                .filter(contact -> contact.uri().isPresent())
                .ifPresent(contact -> target = contact.address());
    }

    public DialogId id() {
        return id;
    }

    /** The way to the far end: the newest that it is registered by, else the one that its last request came by. */
    public Flow flow() {
        if (flow.transport() == Transport.WS || flow.transport() == Transport.WSS) {
            returns.apply(target).ifPresent(newest -> flow = newest);
        }
        return flow;
    }

    /** Who knows the newest way to a Contact. */
    void returns(Function<String, Optional<Flow>> newest) {
        returns = newest;
    }

    /** The Contact of the far end. */
    String target() {
        return target;
    }

    /** The user and host of the far end as it calls itself. */
    Optional<SipUri> remoteUri() {
        return NameAddr.parse(remote).flatMap(NameAddr::uri);
    }

    /** From of this side. */
    String local() {
        return local;
    }

    /** This side's Contact. */
    public String contact() {
        return stack.contact(flow(), user);
    }

    /** Whether a request comes in order (section 12.2.2); it also shows the way back. */
    public boolean accepts(SipRequest request, Flow from) {
        long number = request.cseq().map(CSeq::number).orElse(0L);
        if (number <= remoteSeq && !request.is("ACK")) {
            return false;
        }
        remoteSeq = Math.max(remoteSeq, number);
        flow = from;
        return true;
    }

    /** A new request within it; every other number is left for the same request with an answer to a challenge. */
    public SipRequest request(String method) {
        localSeq += 2;
        return request(method, localSeq);
    }

    /** The ACK of a 2xx, with the number of its INVITE. */
    SipRequest acknowledge(long number) {
        return request("ACK", number);
    }

    private SipRequest request(String method, long number) {
        var headers = new Headers();
        headers.add(HeaderName.VIA, stack.via(flow()));
        headers.add(HeaderName.MAX_FORWARDS, "70");
        headers.add(HeaderName.FROM, local);
        headers.add(HeaderName.TO, remote);
        headers.add(HeaderName.CALL_ID, callId);
        headers.add(HeaderName.CSEQ, new CSeq(number, method).toString());
        String uri = route(headers);
        headers.add(HeaderName.USER_AGENT, stack.agent());
        return new SipRequest(method, uri, headers);
    }

    /** Section 12.2.1.1: what the Request-URI is, and which Route headers there are. */
    private String route(Headers headers) {
        if (routes.isEmpty()) {
            return target;
        }
        boolean loose = NameAddr.parse(routes.get(0))
                .flatMap(NameAddr::uri)
                .map(uri -> uri.params().has("lr"))
                .orElse(true);
        if (loose) {
            routes.forEach(route -> headers.add(HeaderName.ROUTE, route));
            return target;
        }
        routes.subList(1, routes.size()).forEach(route -> headers.add(HeaderName.ROUTE, route));
        headers.add(HeaderName.ROUTE, '<' + target + '>');
        return NameAddr.parse(routes.get(0)).map(NameAddr::address).orElse(target);
    }
}
