package org.patchbay.sip.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.Party;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.InviteServerTransaction;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Randoms;

/** A leg that the far end began. What is done to it is done in its lane. */
final class IncomingLeg implements Leg {

    private static final int REFUSED_FROM = 300;

    private final LegId id = new LegId(Randoms.text());
    private final InviteServerTransaction invite;
    private final Lane lane;
    private final LegVoice voice;
    private final Conversation conversation;
    private final Provisionals provisionals;
    private boolean answered;

    IncomingLeg(LegKit kit, PortalId portal, InviteServerTransaction invite, Optional<Credentials> credentials) {
        this.invite = invite;
        this.lane = kit.stack().of(invite.request().callId()).lane();
        this.voice = new LegVoice(kit.legs()::decrementAndGet);
        Dialog dialog = Dialog.answering(kit.stack(), invite.request(), invite.tag(), id.value(), invite.flow());
        this.conversation = new Conversation(kit, portal, id, dialog, voice, credentials);
        this.provisionals = new Provisionals(invite, lane, kit.timing());
        conversation.onPrack(provisionals::acknowledged);
        invite.onCancel(() -> over(new LegEnd(487, "The caller gave up", true)));
        kit.legs().incrementAndGet();
    }

    void listener(LegListener listener) {
        voice.listener(listener);
    }

    /** Refuses it at once, in its lane. */
    void refuse(LegEnd reason) {
        int status = reason.status() < REFUSED_FROM ? 480 : reason.status();
        SipResponse response = invite.request().answer(status, Reasons.of(status), invite.tag());
        response.headers().add(HeaderName.REASON, Reasons.header(reason.status(), reason.reason()));
        if (status == 503) {
            response.headers().add(HeaderName.RETRY_AFTER, "5");
        }
        over(reason);
        invite.answer(response);
    }

    private void over(LegEnd reason) {
        provisionals.stop();
        conversation.close();
        voice.end(reason);
    }

    @Override
    public LegId id() {
        return id;
    }

    @Override
    public String callId() {
        return conversation.dialog().id().callId();
    }

    @Override
    public void progress(int status, Optional<String> description) {
        whileRinging(request -> {
            SipResponse response = request.answer(status, Reasons.of(status), invite.tag());
            response.headers().add(HeaderName.CONTACT, conversation.dialog().contact());
            response.headers().add(HeaderName.ALLOW, Answers.METHODS);
            conversation.negotiation().identify(response.headers());
            provisionals.send(
                    description.map(text -> Answers.describing(response, text)).orElse(response));
        });
    }

    @Override
    public void answer(String description) {
        whileRinging(request -> {
            answered = true;
            provisionals.stop();
            conversation.confirm();
            conversation.negotiation().take(invite, description);
        });
    }

    private void whileRinging(Consumer<SipRequest> action) {
        lane.executeSoon(() -> {
            if (!answered && !voice.isOver()) {
                action.accept(invite.request());
            }
        });
    }

    private void whileTalking(Runnable action) {
        lane.executeSoon(() -> {
            if (!voice.isOver()) {
                action.run();
            }
        });
    }

    @Override
    public void offer(String description) {
        whileTalking(() -> conversation.negotiation().offer(description));
    }

    @Override
    public void answerOffer(String description) {
        whileTalking(() -> conversation.negotiation().answer(description));
    }

    @Override
    public void refuseOffer() {
        whileTalking(() -> conversation.negotiation().refuse());
    }

    @Override
    public void digit(char digit, Duration length) {
        whileTalking(() -> {
            if (answered) {
                conversation.digit(digit, length);
            }
        });
    }

    @Override
    public void transferred(int status) {
        whileTalking(() -> conversation.transfers().transferred(status));
    }

    @Override
    public void connected(Party other) {
        whileTalking(() -> conversation.negotiation().connected(other));
    }

    @Override
    public void end(LegEnd reason) {
        lane.executeSoon(() -> {
            if (voice.isOver()) {
                return;
            }
            if (answered) {
                voice.end(reason);
                conversation.hangUp(reason);
            } else {
                refuse(reason);
            }
        });
    }
}
