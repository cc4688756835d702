package org.patchbay.sip.dialog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.Transactions;
import org.patchbay.sip.transport.Flow;

/** A dialog and what goes on in it, from the first provisional answer to the BYE. Of one lane. */
final class Conversation implements DialogUser {

    private static final String KEYS = "0123456789*#ABCD";

    private final LegKit kit;
    private final PortalId portal;
    private final LegId leg;
    private final Dialog dialog;
    private final LegVoice voice;
    private final Requester requester;
    private final Reach reach;
    private final Negotiation negotiation;
    private final Transfers transfers;
    private @Nullable LegEnd wantedEnd;
    private boolean confirmed;
    private boolean over;
    private java.util.function.Consumer<ServerTransaction> onPrack =
            transaction -> transaction.answer(481, "No Such Dialog");

    Conversation(
            LegKit kit, PortalId portal, LegId leg, Dialog dialog, LegVoice voice, Optional<Credentials> credentials) {
        this.kit = kit;
        this.portal = portal;
        this.leg = leg;
        this.dialog = dialog;
        this.voice = voice;
        Transactions table = kit.stack().of(dialog.id().callId());
        this.requester = new Requester(kit.stack(), dialog.id().callId(), credentials);
        this.reach = new Reach(kit, portal, dialog);
        this.negotiation = new Negotiation(dialog, voice, requester, table, kit, reach, this::lost);
        this.transfers = new Transfers(dialog, kit, voice, requester, portal);
        kit.dialogs().put(dialog.id(), this);
    }

    @Override
    public PortalId portal() {
        return portal;
    }

    @Override
    public LegId leg() {
        return leg;
    }

    @Override
    public boolean isConfirmed() {
        return confirmed;
    }

    Dialog dialog() {
        return dialog;
    }

    Negotiation negotiation() {
        return negotiation;
    }

    Transfers transfers() {
        return transfers;
    }

    void confirm() {
        confirmed = true;
    }

    /** What takes a PRACK. */
    void onPrack(java.util.function.Consumer<ServerTransaction> action) {
        onPrack = action;
    }

    @Override
    public void acknowledged(SipRequest ack) {
        negotiation.acknowledged(ack);
        LegEnd wanted = wantedEnd;
        if (wanted != null && !over) {
            bye(wanted);
        }
    }

    @Override
    public void request(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        if (!dialog.accepts(request, transaction.flow())) {
            transaction.answer(500, "Out Of Order");
            return;
        }
        switch (request.method()) {
            case "BYE" -> {
                close();
                voice.end(new LegEnd(200, Reasons.of(request, "Normal call clearing"), true));
                transaction.answer(200, "OK");
            }
            case "INVITE", "UPDATE" -> negotiation.asked(transaction);
            case "INFO" -> info(transaction);
            case "PRACK" -> onPrack.accept(transaction);
            case "REFER" -> transfers.asked(transaction);
            case "OPTIONS" ->
                transaction.answer(Answers.able(request.answer(200, "OK", transaction.tag()), dialog.contact()));
            case "NOTIFY" -> transaction.answer(481, "Subscription Does Not Exist");
            default -> transaction.answer(501, "Not Implemented");
        }
    }

    private void info(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        Optional<Character> key =
                switch (request.contentType()) {
                    case "application/dtmf-relay" -> signal(request.text());
                    case "application/dtmf" -> key(request.text());
                    default -> Optional.empty();
                };
        if (key.isPresent() || request.body().length == 0) {
            transaction.answer(200, "OK");
            key.ifPresent(pressed -> voice.tell(hears -> hears.digit(pressed)));
        } else {
            transaction.answer(415, "Unsupported Media Type");
        }
    }

    private static Optional<Character> signal(String body) {
        return body.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase("Signal"))
                .findFirst()
                .flatMap(pair -> key(pair[1]));
    }

    private static Optional<Character> key(String text) {
        String stripped = text.strip().toUpperCase(java.util.Locale.ROOT);
        String named = stripped.equals("10") ? "*" : stripped.equals("11") ? "#" : stripped;
        return named.length() == 1 && KEYS.indexOf(named.charAt(0)) >= 0
                ? Optional.of(named.charAt(0))
                : Optional.empty();
    }

    void digit(char digit, Duration length) {
        SipRequest info = dialog.request("INFO");
        info.headers().add(HeaderName.CONTACT, dialog.contact());
        info.headers().add(HeaderName.CONTENT_TYPE, "application/dtmf-relay");
        String body = "Signal=" + digit + "\r\nDuration=" + length.toMillis() + "\r\n";
        send(new SipRequest(info.method(), info.uri(), info.headers(), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hangs up. A 2xx of this side must be acknowledged first (RFC 3261, section 15). */
    void hangUp(LegEnd reason) {
        if (negotiation.isUnacknowledged()) {
            wantedEnd = reason;
            return;
        }
        bye(reason);
    }

    private void bye(LegEnd reason) {
        close();
        reach.out(
                () -> {
                    SipRequest bye = dialog.request("BYE");
                    if (!reason.reason().isEmpty()) {
                        bye.headers().add(HeaderName.REASON, Reasons.header(reason.status(), reason.reason()));
                    }
                    send(bye);
                },
                () -> {});
    }

    void send(SipRequest request) {
        requester.send(request, dialog.flow(), new Requester.Listener() {
            @Override
            public void answered(SipResponse response, Flow flow) {
                if (response.status() == 481 || response.status() == 408) {
                    lost(response.status());
                }
            }

            @Override
            public void failed(int status) {
                lost(status);
            }
        });
    }

    /** The far end no longer knows of it, or does not answer (RFC 3261, section 12.2.1.2). */
    private void lost(int status) {
        if (!over) {
            boolean byTimer = status == 408;
            voice.end(new LegEnd(status, byTimer ? "The far end does not answer" : Reasons.of(status), true));
            bye(new LegEnd(status, "The far end does not answer", false));
        }
    }

    /** Nothing goes on in it any more. */
    void close() {
        over = true;
        negotiation.close();
        kit.dialogs().remove(dialog.id(), this);
    }
}
