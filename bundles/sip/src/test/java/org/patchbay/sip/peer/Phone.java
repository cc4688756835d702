package org.patchbay.sip.peer;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipParser;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipSyntaxException;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transaction.Randoms;

/** A phone whose every datagram is written by the test. */
public final class Phone implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final String user;
    private final String domain;

    public Phone(int serverPort, String user, String domain) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(PATIENCE);
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.user = user;
        this.domain = domain;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** A request with what each needs. */
    public SipRequest request(String method, String uri, String callId, int number) {
        var headers = new Headers();
        headers.add(HeaderName.VIA, "SIP/2.0/UDP 127.0.0.1:" + port() + ";rport;branch=" + Randoms.branch());
        headers.add(HeaderName.MAX_FORWARDS, "70");
        headers.add(HeaderName.FROM, "<sip:" + user + '@' + domain + ">;tag=" + callId.hashCode());
        headers.add(HeaderName.TO, method.equals("REGISTER") ? "<sip:" + user + '@' + domain + ">" : '<' + uri + '>');
        headers.add(HeaderName.CALL_ID, callId);
        headers.add(HeaderName.CSEQ, number + " " + method);
        headers.add(HeaderName.CONTACT, "<sip:" + user + "@127.0.0.1:" + port() + '>');
        return new SipRequest(method, uri, headers);
    }

    public void send(SipMessage message) throws IOException {
        send(SipWriter.write(message));
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    /** The next message; empty when none comes in time. */
    public Optional<SipMessage> receive(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            socket.receive(packet);
            return Optional.of(
                    SipParser.parse(java.util.Arrays.copyOf(packet.getData(), packet.getLength()), packet.getLength()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (SipSyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Whether nothing comes about this request for as long; what is sent again about others does not count. */
    public boolean hearsNothingOf(SipRequest request, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            Optional<SipMessage> message = receive(Duration.ofNanos(left).plusMillis(1));
            if (message.isPresent() && message.get().callId().equals(request.callId())) {
                return false;
            }
        }
        return true;
    }

    /** The next message of which this holds. */
    public SipMessage await(Predicate<SipMessage> condition) throws IOException {
        while (true) {
            SipMessage message =
                    receive(Duration.ofMillis(PATIENCE)).orElseThrow(() -> new AssertionError("Nothing came in time"));
            if (condition.test(message)) {
                return message;
            }
        }
    }

    public SipResponse awaitFinal(String method) throws IOException {
        return (SipResponse) await(message -> message instanceof SipResponse response
                && !response.isProvisional()
                && response.cseq().orElseThrow().method().equals(method));
    }

    public SipRequest awaitRequest(String method) throws IOException {
        return (SipRequest) await(message -> message instanceof SipRequest request && request.is(method));
    }

    /** Sends a request, and again with the password when it is asked for; the last answer. */
    public SipResponse ask(SipRequest request, String password) throws IOException {
        SipResponse first = exchange(request);
        if (first.status() != 401) {
            return first;
        }
        if (request.is("INVITE")) {
            acknowledge(request, first);
        }
        return exchange(answering(request, first, password));
    }

    /** The final answer to a request, which is sent again while none comes (RFC 3261, 17.1.2.2). */
    public SipResponse exchange(SipRequest request) throws IOException {
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE).toNanos();
        Duration wait = Duration.ofMillis(500);
        send(request);
        while (System.nanoTime() < end) {
            Optional<SipMessage> message = receive(wait);
            if (message.isEmpty()) {
                send(request);
                wait = wait.multipliedBy(2);
            } else if (message.get() instanceof SipResponse response
                    && !response.isProvisional()
                    && response.cseq().equals(request.cseq())
                    && response.callId().equals(request.callId())) {
                return response;
            }
        }
        throw new AssertionError("No answer came in time");
    }

    /** The same request with the password. */
    public SipRequest answering(SipRequest request, SipResponse challenge, String password) {
        int number = (int) request.cseq().orElseThrow().number() + 1;
        SipRequest again = request(request.method(), request.uri(), request.callId(), number);
        for (int line = 0; line < request.headers().size(); line++) {
            if (!again.headers().has(request.headers().name(line))) {
                again.headers()
                        .add(request.headers().name(line), request.headers().value(line));
            }
        }
        var answer = new Credentials(user, password)
                .answer(challenge, request.method(), request.uri())
                .orElseThrow();
        again.headers().add(answer.name(), answer.value());
        return new SipRequest(again.method(), again.uri(), again.headers(), request.body());
    }

    /** The ACK of a final answer. */
    public void acknowledge(SipRequest invite, SipResponse response) throws IOException {
        var headers = new Headers();
        headers.add(
                HeaderName.VIA,
                response.isSuccess()
                        ? "SIP/2.0/UDP 127.0.0.1:" + port() + ";rport;branch=" + Randoms.branch()
                        : invite.headers().text(HeaderName.VIA));
        headers.add(HeaderName.MAX_FORWARDS, "70");
        headers.add(HeaderName.FROM, response.headers().text(HeaderName.FROM));
        headers.add(HeaderName.TO, response.headers().text(HeaderName.TO));
        headers.add(HeaderName.CALL_ID, invite.callId());
        headers.add(HeaderName.CSEQ, response.cseq().orElseThrow().number() + " ACK");
        send(new SipRequest("ACK", invite.uri(), headers));
    }

    /** A request within the dialog that an answer made. */
    public SipRequest inDialog(String method, SipResponse response, int number) {
        String contact = response.headers().text(HeaderName.CONTACT);
        String uri = contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
        SipRequest request = request(method, uri, response.callId(), number);
        request.headers().set(HeaderName.FROM, response.headers().text(HeaderName.FROM));
        request.headers().set(HeaderName.TO, response.headers().text(HeaderName.TO));
        return request;
    }

    public SipResponse register(int seconds) throws IOException {
        SipRequest register = request("REGISTER", "sip:" + domain, Randoms.text(), 1);
        register.headers().add(HeaderName.EXPIRES, String.valueOf(seconds));
        return ask(register, "pw" + user);
    }

    @Override
    public void close() {
        socket.close();
    }
}
