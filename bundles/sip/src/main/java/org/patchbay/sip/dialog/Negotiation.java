package org.patchbay.sip.dialog;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.Party;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transaction.Transactions;
import org.patchbay.sip.transport.Flow;

/** Offers and answers within a dialog, one at a time (RFC 3261, section 14; RFC 3264; RFC 3311). Of one lane. */
final class Negotiation {

    private static final long PATIENCE = 20_000;
    private static final int AGAIN_FROM = 2_100;
    private static final int AGAIN_TO = 4_000;

    private final Dialog dialog;
    private final LegVoice voice;
    private final Requester requester;
    private final Transactions table;
    private final Reach reach;
    private final OkRepeater ok;
    private final SessionTimer session;
    private final IntConsumer lost;
    private @Nullable ServerTransaction theirs;
    private Timer theirPatience = Timer.NONE;
    private boolean ours;
    private boolean answerInAck;
    private boolean open;
    private boolean updates;
    private Optional<String> wanted = Optional.empty();
    private Optional<String> other = Optional.empty();
    private boolean untold;
    private String description = "";
    private byte @Nullable [] lastAck;
    private long lastAcked;

    /** What to do when the far end no longer knows of the dialog, or does not answer. */
    Negotiation(
            Dialog dialog,
            LegVoice voice,
            Requester requester,
            Transactions table,
            LegKit kit,
            Reach reach,
            IntConsumer lost) {
        this.dialog = dialog;
        this.voice = voice;
        this.requester = requester;
        this.table = table;
        this.reach = reach;
        this.ok = new OkRepeater(table.lane(), kit.timing());
        this.lost = lost;
        this.session = new SessionTimer(table.lane(), this::refresh, () -> lost.accept(408));
    }

    /** The first INVITE of the far end is answered. */
    void take(ServerTransaction invite, String answer) {
        description = answer;
        SipRequest request = invite.request();
        answerInAck = request.description().isEmpty();
        updates = request.headers().text(HeaderName.ALLOW).contains("UPDATE");
        SipResponse response = Answers.able(request.answer(200, "OK", invite.tag()), dialog.contact());
        session.answering(request, response);
        identify(response.headers());
        untold = false;
        ok.send(invite, Answers.describing(response, answer), () -> lost.accept(408));
    }

    /** The first INVITE of this side is answered. */
    void taken(SipResponse response, String offered) {
        description = offered;
        updates = response.headers().text(HeaderName.ALLOW).contains("UPDATE");
        acknowledge(response);
        session.answered(response);
        open = true;
        next();
    }

    /** Acknowledges a 2xx, also one that comes again. */
    void acknowledge(SipResponse response) {
        long number = response.cseq().map(CSeq::number).orElse(0L);
        if (lastAck == null || lastAcked != number) {
            dialog.retarget(response);
            lastAck = SipWriter.write(dialog.acknowledge(number));
            lastAcked = number;
        }
        dialog.flow().send(lastAck, () -> {});
    }

    /** Whether a 2xx of this side still waits for its ACK. */
    boolean isUnacknowledged() {
        return ok.isWaiting();
    }

    /** The ACK of a 2xx came. */
    void acknowledged(SipRequest ack) {
        if (!ok.isWaiting()) {
            return;
        }
        ok.stop();
        open = true;
        if (answerInAck) {
            answerInAck = false;
            ack.description().ifPresent(answer -> voice.tell(hears -> hears.offerAnswered(answer)));
        }
        next();
    }

    /** A re-INVITE or an UPDATE came. */
    void asked(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        if (SessionTimer.isTooBrief(request)) {
            transaction.answer(SessionTimer.tooBrief(request, transaction.tag()));
            return;
        }
        Optional<String> offer = request.description();
        boolean invite = request.is("INVITE");
        if (theirs != null) {
            SipResponse busy = request.answer(500, "Too Soon", transaction.tag());
            busy.headers()
                    .add(
                            HeaderName.RETRY_AFTER,
                            String.valueOf(ThreadLocalRandom.current().nextInt(1, 10)));
            transaction.answer(busy);
        } else if ((ours || ok.isWaiting()) && (invite || offer.isPresent())) {
            transaction.answer(491, "Request Pending");
        } else if (offer.isPresent()) {
            theirs = transaction;
            if (invite) {
                transaction.answer(100, "Trying");
            }
            theirPatience = table.lane().after(PATIENCE, this::refuse);
            voice.tell(hears -> hears.offered(offer.get()));
        } else if (invite) {
            answerInAck = true;
            accept(transaction, description);
        } else {
            accept(transaction, "");
        }
    }

    /** The answer to what the far end offered. */
    void answer(String text) {
        ServerTransaction waiting = theirs;
        if (waiting != null) {
            theirs = null;
            theirPatience.cancel();
            description = text;
            accept(waiting, text);
            next();
        }
    }

    private void accept(ServerTransaction transaction, String text) {
        SipRequest request = transaction.request();
        dialog.retarget(request);
        SipResponse response = Answers.able(request.answer(200, "OK", transaction.tag()), dialog.contact());
        session.answering(request, response);
        SipResponse whole = text.isEmpty() ? response : Answers.describing(response, text);
        if (request.is("INVITE")) {
            ok.send(transaction, whole, () -> lost.accept(408));
        } else {
            transaction.answer(whole);
        }
    }

    /** What the far end offered is refused. */
    void refuse() {
        ServerTransaction waiting = theirs;
        if (waiting != null) {
            theirs = null;
            theirPatience.cancel();
            waiting.answer(488, "Not Acceptable Here");
            next();
        }
    }

    /** This side offers; the last offer waits until the dialog is free for it. */
    void offer(String text) {
        if (!open || ours || theirs != null || ok.isWaiting()) {
            wanted = Optional.of(text);
        } else {
            send(text, false);
        }
    }

    /** The far end has to do with somebody else now; told as soon as the dialog is free for it. */
    void connected(Party party) {
        String domain = dialog.remoteUri().map(SipUri::host).orElse("anonymous.invalid");
        other = Optional.of(InviteWriter.shown(party, domain));
        untold = true;
        next();
    }

    /** Who the far end has to do with, if that is known (RFC 3325, section 9.1). */
    void identify(Headers headers) {
        other.ifPresent(party -> headers.set(HeaderName.P_ASSERTED_IDENTITY, party));
    }

    private void next() {
        if (!open || ours || theirs != null || ok.isWaiting()) {
            return;
        }
        if (wanted.isPresent()) {
            String text = wanted.get();
            wanted = Optional.empty();
            send(text, false);
        } else if (untold) {
            refresh();
        }
    }

    private void refresh() {
        if (updates) {
            SipRequest update = dialog.request("UPDATE");
            identify(update.headers());
            untold = false;
            update.headers().add(HeaderName.CONTACT, dialog.contact());
            SessionTimer.ask(update.headers(), SessionTimer.LEAST);
            requester.send(update, dialog.flow(), new Refresh());
        } else if (open && !ours && theirs == null && !ok.isWaiting()) {
            send(description, true);
        }
    }

    private void send(String text, boolean silent) {
        ours = true;
        reach.out(() -> sendNow(text, silent), () -> lost.accept(408));
    }

    private void sendNow(String text, boolean silent) {
        if (!open) {
            return;
        }
        SipRequest invite = dialog.request("INVITE");
        identify(invite.headers());
        untold = false;
        invite.headers().add(HeaderName.CONTACT, dialog.contact());
        SessionTimer.ask(invite.headers(), SessionTimer.LEAST);
        requester.send(Answers.offering(invite, text), dialog.flow(), new Offer(text, silent));
    }

    void close() {
        open = false;
        ok.stop();
        session.stop();
        theirPatience.cancel();
        ServerTransaction waiting = theirs;
        theirs = null;
        if (waiting != null) {
            waiting.answer(487, "Request Terminated");
        }
    }

    private static boolean isLost(int status) {
        return status == 408 || status == 481;
    }

    private final class Refresh implements Requester.Listener {
        @Override
        public void answered(SipResponse response, Flow flow) {
            if (isLost(response.status())) {
                lost.accept(response.status());
            } else if (response.isSuccess()) {
                session.answered(response);
            }
        }

        @Override
        public void failed(int status) {
            lost.accept(status);
        }
    }

    private final class Offer implements Requester.Listener {

        private final String text;
        private final boolean silent;
        private boolean done;

        private Offer(String text, boolean silent) {
            this.text = text;
            this.silent = silent;
        }

        @Override
        public void answered(SipResponse response, Flow flow) {
            if (response.isProvisional()) {
                return;
            }
            if (response.isSuccess()) {
                acknowledge(response);
            }
            if (done) {
                return;
            }
            done = true;
            ours = false;
            if (response.isSuccess()) {
                description = text;
                session.answered(response);
                response.description().filter(answer -> !silent).ifPresent(this::tell);
                next();
            } else if (response.status() == 491 && !silent) {
                int pause = ThreadLocalRandom.current().nextInt(AGAIN_FROM, AGAIN_TO);
                table.lane().after(pause, () -> {
                    if (open && wanted.isEmpty()) {
                        offer(text);
                    }
                });
            } else if (isLost(response.status())) {
                lost.accept(response.status());
            } else {
                say(hears -> hears.offerRefused(response.status()));
                next();
            }
        }

        private void tell(String answer) {
            voice.tell(hears -> hears.offerAnswered(answer));
        }

        private void say(java.util.function.Consumer<LegListener> news) {
            if (!silent) {
                voice.tell(news);
            }
        }

        @Override
        public void failed(int status) {
            ours = false;
            lost.accept(status);
        }
    }
}
