package org.patchbay.sip.event;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Text;
import org.patchbay.sip.auth.Identity;
import org.patchbay.sip.dialog.Reasons;
import org.patchbay.sip.dialog.Requester;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.Params;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.registrar.Binding;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transport.Flow;
import org.patchbay.spi.signalling.TextMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts of devices and to devices (RFC 3428). Thread-safe. */
public final class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final int LONGEST = 4_000;
    /** As RFC 3261, section 20.17, wants it: two digits for a day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private final SipStack stack;
    private final Neighbours neighbours;

    public Texts(SipStack stack, Neighbours neighbours) {
        this.stack = stack;
        this.neighbours = neighbours;
    }

    /** Takes a MESSAGE of somebody who is known. */
    public void received(ServerTransaction transaction, Identity identity) {
        SipRequest request = transaction.request();
        Optional<TextMessages> texts = neighbours.texts();
        if (!(identity instanceof Identity.Device device)) {
            transaction.answer(403, "Forbidden");
        } else if (!request.contentType().equals("text/plain")) {
            SipResponse answer = request.answer(415, "Unsupported Media Type", transaction.tag());
            answer.headers().add(HeaderName.ACCEPT, "text/plain");
            transaction.answer(answer);
        } else if (texts.isEmpty()) {
            SipResponse answer = request.answer(503, "Service Unavailable", transaction.tag());
            answer.headers().add(HeaderName.RETRY_AFTER, "5");
            transaction.answer(answer);
        } else if (request.text().length() > LONGEST) {
            transaction.answer(413, "Request Entity Too Large");
        } else {
            String called = request.target().map(SipUri::user).orElse("");
            Lane lane = stack.of(request.callId()).lane();
            var unused = texts.get()
                    .message(device.portal(), device.account().id(), called, request.text())
                    .whenComplete((answer, failure) -> lane.execute(() -> answer(transaction, answer, failure)));
        }
    }

    private static void answer(
            ServerTransaction transaction, TextMessages.@Nullable Answer answer, @Nullable Throwable failure) {
        if (answer == null) {
            log.warn("A text could not be taken", failure);
            transaction.answer(500, Reasons.of(500));
        } else {
            transaction.answer(answer.status(), answer.reason());
        }
    }

    /** Sends a text to this place; whether it was taken there. */
    public CompletionStage<Boolean> send(Binding binding, Text text) {
        var taken = new CompletableFuture<Boolean>();
        Party from = text.from();
        String callId = Randoms.text() + Randoms.text();
        var headers = new Headers();
        headers.add(HeaderName.VIA, stack.via(binding.flow()));
        headers.add(HeaderName.MAX_FORWARDS, "70");
        binding.path().forEach(proxy -> headers.add(HeaderName.ROUTE, proxy));
        String sender = SipUri.of(from.number(), binding.domain(), 0).toString();
        headers.add(
                HeaderName.FROM, new NameAddr(from.name(), sender, Params.NONE.with("tag", Randoms.text())).toString());
        headers.add(HeaderName.TO, "<" + SipUri.of(binding.user(), binding.domain(), 0) + ">");
        headers.add(HeaderName.CALL_ID, callId);
        headers.add(HeaderName.CSEQ, "1 MESSAGE");
        headers.add(HeaderName.DATE, DATE.format(text.sent().atOffset(ZoneOffset.UTC)));
        headers.add(HeaderName.CONTENT_TYPE, "text/plain;charset=UTF-8");
        var message = new SipRequest(
                "MESSAGE", binding.contact(), headers, text.words().getBytes(StandardCharsets.UTF_8));
        stack.of(callId).lane().execute(() -> new Requester(stack, callId, Optional.empty())
                .send(message, binding.flow(), new Requester.Listener() {
                    @Override
                    public void answered(SipResponse response, Flow flow) {
                        if (!response.isProvisional()) {
                            taken.complete(response.isSuccess());
                        }
                    }

                    @Override
                    public void failed(int status) {
                        taken.complete(false);
                    }
                }));
        return taken;
    }
}
