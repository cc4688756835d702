package org.patchbay.sip.dialog;

import java.util.Optional;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.ClientListener;
import org.patchbay.sip.transaction.ClientTransaction;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Transactions;
import org.patchbay.sip.transport.Flow;

/** Sends requests and answers a challenge once, if there is a password to answer with. Of one lane. */
public final class Requester {

    private final SipStack stack;
    private final Transactions table;
    private final Optional<Credentials> credentials;

    public Requester(SipStack stack, String callId, Optional<Credentials> credentials) {
        this.stack = stack;
        this.table = stack.of(callId);
        this.credentials = credentials;
    }

    /** Hears besides of the request that a challenge made necessary. */
    public interface Listener extends ClientListener {

        /** The request goes out once more, with a greater number and the answer to the challenge. */
        default void resent(ClientTransaction transaction) {}
    }

    /** Sends it. */
    public ClientTransaction send(SipRequest request, Flow flow, Listener listener) {
        return table.send(request, flow, new ClientListener() {
            @Override
            public void answered(SipResponse response, Flow from) {
                boolean challenge = response.status() == 401 || response.status() == 407;
                Optional<Credentials.Answer> answer = challenge
                        ? credentials.flatMap(known -> known.answer(response, request.method(), request.uri()))
                        : Optional.empty();
                if (answer.isPresent() && !request.headers().has(answer.get().name())) {
                    SipRequest again = again(request, flow, answer.get());
                    listener.resent(send(again, flow, listener));
                } else {
                    listener.answered(response, from);
                }
            }

            @Override
            public void failed(int status) {
                listener.failed(status);
            }
        });
    }

    private SipRequest again(SipRequest request, Flow flow, Credentials.Answer answer) {
        var headers = new Headers();
        Headers old = request.headers();
        headers.add(HeaderName.VIA, stack.via(flow));
        for (int line = 0; line < old.size(); line++) {
            String name = old.name(line);
            if (name.equals(HeaderName.CSEQ)) {
                long number = request.cseq().map(CSeq::number).orElse(0L);
                headers.add(name, new CSeq(number + 1, request.method()).toString());
            } else if (!name.equals(HeaderName.VIA)) {
                headers.add(name, old.value(line));
            }
        }
        headers.add(answer.name(), answer.value());
        return new SipRequest(request.method(), request.uri(), headers, request.body());
    }
}
