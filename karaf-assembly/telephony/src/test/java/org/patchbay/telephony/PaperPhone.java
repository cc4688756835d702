package org.patchbay.telephony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.transaction.Randoms;

/** A phone without sound that sends each request again until it is answered, as phones do. */
final class PaperPhone implements AutoCloseable {

    private static final String DOMAIN = "one.example";
    private static final int ATTEMPTS = 80;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Pattern SOUND = Pattern.compile("m=audio (\\d+) ");
    private static final byte[] DESCRIPTION =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"
                    .getBytes(StandardCharsets.UTF_8);

    final Phone phone;
    private final String number;
    private final byte[] description;

    PaperPhone(TelephoneExchange exchange, String number) throws IOException {
        this(exchange, number, DESCRIPTION);
    }

    /** One that describes its sound so. */
    PaperPhone(TelephoneExchange exchange, String number, String description) throws IOException {
        this(exchange, number, description.getBytes(StandardCharsets.UTF_8));
    }

    private PaperPhone(TelephoneExchange exchange, String number, byte[] description) throws IOException {
        this.description = description;
        this.phone = new Phone(exchange.sip.port(), number, DOMAIN);
        this.number = number;
    }

    /** A call that this phone made, and what came of it: that it rings, or a final answer, which was acknowledged. */
    record Attempt(SipRequest invite, SipResponse answer) {

        int status() {
            return answer.status();
        }
    }

    /** The port for sound that a message names. */
    static int port(SipMessage message) {
        Matcher sound = SOUND.matcher(new String(message.body(), StandardCharsets.UTF_8));
        if (!sound.find()) {
            throw new AssertionError("No sound in " + message);
        }
        return Integer.parseInt(sound.group(1));
    }

    /** Sends it until an answer is final or says that it rings. */
    SipResponse answer(SipRequest request) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            phone.send(request);
            Optional<SipMessage> message = phone.receive(PAUSE);
            while (message.isPresent()) {
                if (message.get() instanceof SipResponse response
                        && response.status() > 100
                        && response.callId().equals(request.callId())
                        && response.cseq().equals(request.cseq())) {
                    return response;
                }
                message = phone.receive(PAUSE);
            }
        }
        throw new AssertionError("No answer to " + request);
    }

    SipRequest invite(String to) {
        SipRequest invite = phone.request("INVITE", "sip:" + to + '@' + DOMAIN, Randoms.text(), 1);
        invite.headers().set(HeaderName.CONTENT_TYPE, "application/sdp");
        return new SipRequest("INVITE", invite.uri(), invite.headers(), description);
    }

    /** Calls with the password. */
    Attempt call(String to) throws IOException {
        SipRequest first = invite(to);
        SipResponse challenge = answer(first);
        phone.acknowledge(first, challenge);
        if (challenge.status() != 401) {
            return new Attempt(first, challenge);
        }
        SipRequest second = phone.answering(first, challenge, "pw" + number);
        SipResponse answer = answer(second);
        if (!answer.isProvisional()) {
            phone.acknowledge(second, answer);
        }
        return new Attempt(second, answer);
    }

    /** The next request of this kind. */
    SipRequest hear(String method) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SipMessage> message = phone.receive(PAUSE);
            if (message.isPresent() && message.get() instanceof SipRequest request && request.is(method)) {
                return request;
            }
        }
        throw new AssertionError(number + " heard no " + method);
    }

    /** Takes the next call. */
    SipRequest take() throws IOException {
        SipRequest rings = hear("INVITE");
        phone.send(taking(rings));
        return rings;
    }

    private SipResponse taking(SipRequest invite) {
        SipResponse taken = invite.answer(200, "OK", number).carrying("application/sdp", description);
        taken.headers().add(HeaderName.CONTACT, "<sip:" + number + "@127.0.0.1:" + phone.port() + '>');
        return taken;
    }

    /** Waits for the final answer of a call that rings. */
    SipResponse awaitFinal(Attempt call) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SipMessage> message = phone.receive(PAUSE);
            if (message.isPresent()
                    && message.get() instanceof SipResponse response
                    && !response.isProvisional()
                    && response.callId().equals(call.invite().callId())
                    && response.cseq().equals(call.invite().cseq())) {
                phone.acknowledge(call.invite(), response);
                return response;
            }
        }
        throw new AssertionError("No final answer to " + call.invite());
    }

    /** Describes its sound anew in a call that was answered; the answer, which was acknowledged. */
    SipResponse renegotiate(SipResponse talks, int sequence, String offer) throws IOException {
        SipRequest again = phone.inDialog("INVITE", talks, sequence);
        again.headers().set(HeaderName.CONTENT_TYPE, "application/sdp");
        SipResponse answer =
                answer(new SipRequest("INVITE", again.uri(), again.headers(), offer.getBytes(StandardCharsets.UTF_8)));
        phone.acknowledge(again, answer);
        return answer;
    }

    /** Presses keys in a call that was answered (INFO); the sequence number of the next request. */
    int press(SipResponse talks, int sequence, String keys) throws IOException {
        for (int i = 0; i < keys.length(); i++) {
            SipRequest info = phone.inDialog("INFO", talks, sequence + i);
            info.headers().set(HeaderName.CONTENT_TYPE, "application/dtmf-relay");
            byte[] body = ("Signal=" + keys.charAt(i) + "\r\nDuration=160\r\n").getBytes(StandardCharsets.UTF_8);
            SipResponse answer = answer(new SipRequest("INFO", info.uri(), info.headers(), body));
            if (answer.status() != 200) {
                throw new AssertionError("The key was not taken: " + answer.status());
            }
        }
        return sequence + keys.length();
    }

    /** Waits until the server hangs up, and agrees. */
    SipRequest hangUp() throws IOException {
        SipRequest bye = hear("BYE");
        phone.send(bye.answer(200, "OK", number));
        return bye;
    }

    /** Gives up a call that rings. */
    void giveUp(Attempt call) throws IOException {
        Headers of = call.invite().headers();
        var headers = new Headers();
        headers.add(HeaderName.VIA, of.text(HeaderName.VIA));
        headers.add(HeaderName.MAX_FORWARDS, "70");
        headers.add(HeaderName.FROM, of.text(HeaderName.FROM));
        headers.add(HeaderName.TO, of.text(HeaderName.TO));
        headers.add(HeaderName.CALL_ID, call.invite().callId());
        headers.add(HeaderName.CSEQ, call.invite().cseq().orElseThrow().number() + " CANCEL");
        answer(new SipRequest("CANCEL", call.invite().uri(), headers));
    }

    /**
     * Rings at each call, until interrupted or closed, and takes those that come once it may.
     *
     * @return how many calls came
     */
    int ring(AtomicBoolean takes) throws IOException {
        Map<String, SipRequest> ringing = new HashMap<>();
        while (!Thread.currentThread().isInterrupted()) {
            Optional<SipMessage> message = phone.receive(PAUSE);
            if (message.isPresent() && message.get() instanceof SipRequest request) {
                if (request.is("INVITE")) {
                    ringing.put(request.callId(), request);
                    phone.send(takes.get() ? taking(request) : request.answer(180, "Ringing", number));
                } else if (request.is("CANCEL") && ringing.containsKey(request.callId())) {
                    phone.send(request.answer(200, "OK", number));
                    phone.send(ringing.get(request.callId()).answer(487, "Request Terminated", number));
                } else if (request.is("BYE")) {
                    phone.send(request.answer(200, "OK", number));
                }
            }
        }
        return ringing.size();
    }

    @Override
    public void close() {
        phone.close();
    }
}
