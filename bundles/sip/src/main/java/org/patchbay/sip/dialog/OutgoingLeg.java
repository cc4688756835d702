package org.patchbay.sip.dialog;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.Party;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.ClientTransaction;
import org.patchbay.sip.transaction.InviteClientTransaction;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transport.Flow;
import org.patchbay.sip.transport.TlsFault;

/** A leg that this server began. What is done to it is done in its lane. */
public final class OutgoingLeg implements Leg {

    private static final int MOST_FORKS = 8;
    private static final long SILENCE = 4_000;

    private final LegId id = new LegId(Randoms.text());
    private final LegKit kit;
    private final PortalId portal;
    private final Route route;
    private final InviteWriter writer;
    private final String description;
    private final Lane lane;
    private final LegVoice voice;
    private final Map<String, Conversation> forks = new LinkedHashMap<>();
    private final Map<String, Long> reliable = new LinkedHashMap<>();
    private @Nullable Conversation taken;
    private Optional<Party> connected = Optional.empty();
    private @Nullable InviteClientTransaction current;
    private Timer silence = Timer.NONE;
    private int way;
    private long number = 1;
    private long leastInterval;

    public OutgoingLeg(LegKit kit, PortalId portal, Route route, Invitation invitation, LegListener listener) {
        this.kit = kit;
        this.portal = portal;
        this.route = route;
        this.writer = new InviteWriter(kit.stack(), route, invitation);
        this.description = invitation.description();
        this.lane = kit.stack().of(writer.callId()).lane();
        this.voice = new LegVoice(this::over);
        voice.listener(listener);
        kit.legs().incrementAndGet();
    }

    private void over() {
        kit.legs().decrementAndGet();
        if (current != null) {
            current.over();
        }
    }

    /** Sends the INVITE. */
    public void start() {
        lane.executeSoon(this::tryNext);
    }

    private void tryNext() {
        if (voice.isOver()) {
            return;
        }
        if (way >= route.flows().size()) {
            boolean silent = current != null;
            if (current != null) {
                current.cancel("");
            }
            closeForks();
            voice.end(silent ? new LegEnd(408, "No answer", true) : new LegEnd(503, "Nobody answers there", true));
            return;
        }
        Flow flow = route.flows().get(way);
        way++;
        send(flow);
        if (way < route.flows().size() || route.credentials().isPresent()) {
            // A line that is silent is given up long before its transaction is.
            int tried = way;
            silence = lane.after(SILENCE, () -> {
                if (way == tried) {
                    tryNext();
                }
            });
        }
    }

    private void send(Flow flow) {
        SipRequest invite = writer.write(number, flow, id.value(), leastInterval);
        number += 2;
        var requester = new Requester(kit.stack(), writer.callId(), route.credentials());
        var attempt = new Attempt(invite, flow);
        attempt.sent(requester.send(invite, flow, attempt));
    }

    @Override
    public LegId id() {
        return id;
    }

    @Override
    public String callId() {
        return writer.callId();
    }

    @Override
    public void progress(int status, Optional<String> early) {
        // The far end is the one that rings.
    }

    @Override
    public void answer(String text) {
        // The far end is the one that answers.
    }

    private void whileTalking(java.util.function.Consumer<Conversation> action) {
        lane.executeSoon(() -> {
            Conversation conversation =
                    taken == null ? forks.values().stream().findFirst().orElse(null) : taken;
            if (conversation != null && !voice.isOver()) {
                action.accept(conversation);
            }
        });
    }

    @Override
    public void offer(String text) {
        whileTalking(conversation -> conversation.negotiation().offer(text));
    }

    @Override
    public void answerOffer(String text) {
        whileTalking(conversation -> conversation.negotiation().answer(text));
    }

    @Override
    public void refuseOffer() {
        whileTalking(conversation -> conversation.negotiation().refuse());
    }

    @Override
    public void digit(char digit, Duration length) {
        whileTalking(conversation -> conversation.digit(digit, length));
    }

    @Override
    public void transferred(int status) {
        whileTalking(conversation -> conversation.transfers().transferred(status));
    }

    @Override
    public void connected(Party other) {
        lane.executeSoon(() -> {
            connected = Optional.of(other);
            Conversation conversation = taken;
            if (conversation != null && !voice.isOver()) {
                conversation.negotiation().connected(other);
            }
        });
    }

    @Override
    public void end(LegEnd reason) {
        lane.executeSoon(() -> {
            if (voice.isOver()) {
                return;
            }
            Conversation conversation = taken;
            InviteClientTransaction calling = current;
            silence.cancel();
            voice.end(reason);
            if (conversation != null) {
                conversation.hangUp(reason);
            } else if (calling != null) {
                calling.cancel(Reasons.header(reason.status(), reason.reason()));
                closeForks();
            }
        });
    }

    private void closeForks() {
        forks.values().forEach(Conversation::close);
        forks.clear();
    }

    /** One INVITE of it, by one way. */
    private final class Attempt implements Requester.Listener {

        private final Flow flow;
        private SipRequest invite;

        private Attempt(SipRequest invite, Flow flow) {
            this.invite = invite;
            this.flow = flow;
        }

        private void sent(ClientTransaction transaction) {
            invite = transaction.request();
            if (transaction instanceof InviteClientTransaction sent) {
                current = sent;
            }
        }

        @Override
        public void resent(ClientTransaction transaction) {
            sent(transaction);
            if (voice.isOver() && current != null) {
                current.cancel("");
            }
        }

        @Override
        public void answered(SipResponse response, Flow from) {
            silence.cancel();
            if (response.isProvisional()) {
                progressed(response);
            } else if (response.isSuccess()) {
                taken(response);
            } else {
                refused(response);
            }
        }

        private Optional<Conversation> fork(SipResponse response) {
            String tag = response.toTag();
            Conversation known = forks.get(tag);
            if (known != null || tag.isEmpty() || forks.size() >= MOST_FORKS) {
                return Optional.ofNullable(known);
            }
            Dialog dialog = Dialog.asking(kit.stack(), invite, response, id.value(), flow);
            var made = new Conversation(kit, portal, id, dialog, voice, route.credentials());
            forks.put(tag, made);
            return Optional.of(made);
        }

        private void progressed(SipResponse response) {
            if (response.status() == 100 || voice.isOver() || taken != null) {
                return;
            }
            Optional<Conversation> fork = fork(response);
            if (fork.isPresent() && Dialogs.requires(response, "100rel") && !acknowledge(fork.get(), response)) {
                return;
            }
            voice.tell(hears -> hears.progressed(response.status(), response.description()));
        }

        /** PRACK (RFC 3262, section 4); whether it is the next one. */
        private boolean acknowledge(Conversation fork, SipResponse response) {
            long sequence = response.headers().number(HeaderName.RSEQ).orElse(0L);
            long last = reliable.getOrDefault(response.toTag(), 0L);
            if (sequence <= last) {
                return false;
            }
            reliable.put(response.toTag(), sequence);
            SipRequest prack = fork.dialog().request("PRACK");
            long asked = response.cseq().map(CSeq::number).orElse(1L);
            prack.headers().add(HeaderName.RACK, sequence + " " + asked + " INVITE");
            fork.send(prack);
            return true;
        }

        private void taken(SipResponse response) {
            Optional<Conversation> fork = fork(response);
            if (fork.isEmpty()) {
                return;
            }
            Conversation conversation = fork.get();
            if (conversation == taken) {
                conversation.negotiation().acknowledge(response);
            } else if (taken != null || voice.isOver()) {
                // Another device took it as well, or it was given up too late.
                conversation.dialog().confirm(response);
                conversation.negotiation().acknowledge(response);
                conversation.hangUp(LegEnd.takenElsewhere());
            } else {
                taken = conversation;
                conversation.dialog().confirm(response);
                conversation.confirm();
                forks.values().stream().filter(other -> other != conversation).forEach(Conversation::close);
                conversation.negotiation().taken(response, description);
                connected.ifPresent(conversation.negotiation()::connected);
                voice.tell(hears -> hears.answered(response.description().orElse("")));
            }
        }

        private void refused(SipResponse response) {
            int status = response.status();
            long least = response.headers().number(HeaderName.MIN_SE).orElse(0L);
            closeForks();
            if (voice.isOver()) {
                return;
            }
            if (status == 422 && least > leastInterval && least < Integer.MAX_VALUE) {
                leastInterval = least;
                send(flow);
            } else if (status == 503 && way < route.flows().size()) {
                tryNext();
            } else {
                if (status >= 300 && status < 400) {
                    elsewhere(response).ifPresent(number -> voice.tell(hears -> hears.redirected(number)));
                }
                voice.end(new LegEnd(status, Reasons.of(response, response.reason()), true));
            }
        }

        /** Whom the far end names instead (RFC 3261, section 8.1.3.4): the first of its contacts. */
        private static Optional<String> elsewhere(SipResponse response) {
            return NameAddr.parse(response.headers().text(HeaderName.CONTACT))
                    .flatMap(NameAddr::uri)
                    .map(uri -> uri.user())
                    .filter(user -> !user.isEmpty());
        }

        @Override
        public void failed(int status) {
            if (voice.isOver() || taken != null) {
                return;
            }
            closeForks();
            if (way < route.flows().size()) {
                tryNext();
            } else {
                String otherwise = status == 408 ? "No answer" : "Not reached";
                voice.end(new LegEnd(status, flow.fault().map(TlsFault::words).orElse(otherwise), true));
            }
        }
    }
}
