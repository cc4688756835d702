package org.patchbay.sip;

import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.sip.auth.Gate;
import org.patchbay.sip.auth.Identity;
import org.patchbay.sip.auth.Verdict;
import org.patchbay.sip.dialog.Answers;
import org.patchbay.sip.dialog.Calls;
import org.patchbay.sip.dialog.DialogUser;
import org.patchbay.sip.dialog.Dialogs;
import org.patchbay.sip.dialog.Referrals;
import org.patchbay.sip.event.Subscriptions;
import org.patchbay.sip.event.Texts;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.registrar.Registrar;
import org.patchbay.sip.transaction.InviteServerTransaction;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.TransactionUser;
import org.patchbay.sip.transport.Flow;

/**
 * Decides what takes a request (RFC 3261, section 8.2). Who is not known costs no memory: the answer is sent and forgotten.
 * Thread-safe.
 */
final class SipCore implements TransactionUser {

    private static final String UNDERSTOOD = "100rel,replaces,timer,norefersub,path,outbound,gruu,eventlist,";

    private final Gate gate;
    private final Dialogs dialogs;
    private final Registrar registrar;
    private final Parts parts;

    /** What is made after the stack, which needs this first. */
    interface Parts {
        Calls calls();

        Subscriptions subscriptions();

        Texts texts();

        Referrals referrals();
    }

    SipCore(Gate gate, Dialogs dialogs, Registrar registrar, Parts parts) {
        this.gate = gate;
        this.dialogs = dialogs;
        this.registrar = registrar;
        this.parts = parts;
    }

    @Override
    public void acknowledged(SipRequest ack) {
        dialogs.of(ack).ifPresent(user -> user.acknowledged(ack));
    }

    @Override
    public Optional<Consumer<ServerTransaction>> admit(SipRequest request, Flow flow, Flow back) {
        if (!request.toTag().isEmpty()) {
            return inDialog(request, back);
        }
        Optional<String> unsupported = unsupported(request);
        if (!gate.isForUs(request) && gate.trunk(request, flow).isEmpty()) {
            return gate.isAmbiguous(request, flow)
                    ? send(request.answer(485, "Ambiguous", Randoms.text()), back)
                    : Optional.empty();
        }
        if (unsupported.isPresent()) {
            SipResponse answer = request.answer(420, "Bad Extension", Randoms.text());
            answer.headers().add(HeaderName.UNSUPPORTED, unsupported.get());
            return send(answer, back);
        }
        return switch (request.method()) {
            case "INVITE" -> known(request, flow, back, this::invite);
            case "REGISTER" -> known(request, flow, back, this::register);
            case "SUBSCRIBE" ->
                known(request, flow, back, (transaction, identity) -> parts.subscriptions()
                        .subscribe(transaction, identity));
            case "MESSAGE" ->
                known(request, flow, back, (transaction, identity) -> parts.texts()
                        .received(transaction, identity));
            case "REFER" ->
                known(request, flow, back, (transaction, identity) -> parts.referrals()
                        .asked(transaction, identity));
            case "OPTIONS" -> send(options(request), back);
            case "CANCEL" -> Optional.of(transaction -> {});
            case "BYE", "NOTIFY", "PRACK", "INFO", "UPDATE" ->
                send(request.answer(481, "Call/Transaction Does Not Exist", Randoms.text()), back);
            case "PUBLISH" -> send(allowing(request.answer(405, "Method Not Allowed", Randoms.text())), back);
            default -> send(allowing(request.answer(501, "Not Implemented", Randoms.text())), back);
        };
    }

    private Optional<Consumer<ServerTransaction>> inDialog(SipRequest request, Flow back) {
        Optional<DialogUser> user = dialogs.of(request);
        return user.isPresent()
                ? Optional.of(user.get()::request)
                : send(request.answer(481, "Call/Transaction Does Not Exist", ""), back);
    }

    private static Optional<Consumer<ServerTransaction>> send(SipResponse answer, Flow back) {
        back.send(SipWriter.write(answer), () -> {});
        return Optional.empty();
    }

    private Optional<Consumer<ServerTransaction>> known(SipRequest request, Flow flow, Flow back, Taker taker) {
        Verdict verdict = gate.judge(request, flow);
        if (verdict instanceof Verdict.Answered answered) {
            return send(answered.response(), back);
        }
        return verdict instanceof Verdict.Known known
                ? Optional.of(transaction -> taker.take(transaction, known.identity()))
                : Optional.empty();
    }

    private void invite(ServerTransaction transaction, Identity identity) {
        if (transaction instanceof InviteServerTransaction invite) {
            parts.calls().invited(invite, identity);
        }
    }

    private void register(ServerTransaction transaction, Identity identity) {
        if (identity instanceof Identity.Device device) {
            registrar.register(transaction, device.account());
        } else {
            transaction.answer(403, "Forbidden");
        }
    }

    private static Optional<String> unsupported(SipRequest request) {
        for (String option : request.headers().values(HeaderName.REQUIRE)) {
            if (!UNDERSTOOD.contains(option.toLowerCase(java.util.Locale.ROOT) + ',')) {
                return Optional.of(option);
            }
        }
        return request.headers().values(HeaderName.PROXY_REQUIRE).stream().findFirst();
    }

    private static SipResponse options(SipRequest request) {
        SipResponse answer = allowing(request.answer(200, "OK", Randoms.text()));
        answer.headers().add(HeaderName.ACCEPT, "application/sdp");
        answer.headers().add(HeaderName.SUPPORTED, Answers.EXTENSIONS);
        return answer;
    }

    private static SipResponse allowing(SipResponse answer) {
        answer.headers().add(HeaderName.ALLOW, Answers.METHODS);
        return answer;
    }

    /** Takes the request of somebody who is known. */
    private interface Taker {
        void take(ServerTransaction transaction, Identity identity);
    }
}
