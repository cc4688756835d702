package org.patchbay.sip.pnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipParser;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.testing.Ports;

/** Phones that look for a server, on the loopback interface. */
class PnpListenerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final URI LINK = URI.create("https://acme.example/provisioning/0123456789abcdef/");

    private final Map<String, URI> links = new ConcurrentHashMap<>(Map.of("001565aabbcc", LINK));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private @Nullable PnpListener listener;
    private @Nullable MulticastSocket phone;
    private @Nullable DatagramChannel signalling;
    private int port;

    @BeforeEach
    void listen() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        port = Ports.free();
        // As signalling has it.
        signalling = DatagramChannel.open(StandardProtocolFamily.INET)
                .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .bind(new InetSocketAddress(port));
        var made = new MulticastSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        made.setNetworkInterface(loopback);
        phone = made;
        listener = new PnpListener(loopback, port, question -> {
            asked.add(question.mac());
            said.add(question.vendor() + '/' + question.model());
            return Optional.ofNullable(links.remove(question.mac()));
        });
        assumeTrue(isHeard(), "This machine passes no multicast on its loopback interface");
        asked.clear();
    }

    @AfterEach
    void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
        if (signalling != null) {
            signalling.close();
        }
        phone().close();
    }

    private MulticastSocket phone() {
        MulticastSocket made = phone;
        if (made == null) {
            throw new IllegalStateException("There is no phone");
        }
        return made;
    }

    /** Whether what is sent to the group arrives at all, as seen by a second socket of it. */
    private boolean isHeard() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        try (var other = new MulticastSocket(new InetSocketAddress(InetAddress.getByName("224.0.1.75"), port))) {
            other.joinGroup(new InetSocketAddress(InetAddress.getByName("224.0.1.75"), port), loopback);
            other.setSoTimeout(5_000);
            send("probe-probe-probe");
            other.receive(new DatagramPacket(new byte[100], 100));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        phone().send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("224.0.1.75"), port));
    }

    private String question(String address, String event, String callId) {
        return String.join(
                "\r\n",
                "SUBSCRIBE sip:" + address + "@224.0.1.75 SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:" + phone().getLocalPort() + ";branch=z9hG4bK" + callId,
                "From: <sip:" + address + "@224.0.1.75>;tag=1",
                "To: <sip:" + address + "@224.0.1.75>",
                "Call-ID: " + callId,
                "CSeq: 1 SUBSCRIBE",
                "Contact: <sip:127.0.0.1:" + phone().getLocalPort() + ">",
                "Max-Forwards: 70",
                "Event: " + event,
                "Expires: 0",
                "Accept: application/url",
                "Content-Length: 0",
                "",
                "");
    }

    private static final String DEVICE =
            "ua-profile;profile-type=\"device\";vendor=\"yealink\";model=\"T54W\";version=\"96.86.0.20\"";

    private Optional<SipMessage> receive(Duration patience) throws Exception {
        phone().setSoTimeout((int) patience.toMillis());
        var packet = new DatagramPacket(new byte[8_192], 8_192);
        try {
            phone().receive(packet);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
        from = (InetSocketAddress) packet.getSocketAddress();
        return Optional.of(SipParser.parse(packet.getData(), packet.getLength()));
    }

    private InetSocketAddress from = new InetSocketAddress(0);

    private SipMessage next() throws Exception {
        return receive(PATIENCE).orElseThrow(() -> new AssertionError("Nothing came; asked: " + asked));
    }

    private SipRequest notification() throws Exception {
        for (; ; ) {
            if (next() instanceof SipRequest request) {
                return request;
            }
        }
    }

    private void take(SipRequest notification) throws IOException {
        byte[] bytes = SipWriter.write(notification.answer(200, "OK", ""));
        phone().send(new DatagramPacket(bytes, bytes.length, from));
    }

    @Test
    void aPhoneIsToldItsLink() throws Exception {
        send(question("MAC%3A001565AABBCC", DEVICE, "one"));
        assertThat(next()).isInstanceOfSatisfying(SipResponse.class, taken -> {
            assertThat(taken.status()).isEqualTo(200);
            assertThat(taken.headers().text(HeaderName.EXPIRES)).isEqualTo("0");
        });
        SipRequest notification = notification();
        assertThat(notification.method()).isEqualTo("NOTIFY");
        assertThat(notification.headers().text(HeaderName.CALL_ID)).isEqualTo("one");
        assertThat(notification.headers().text(HeaderName.EVENT)).isEqualTo(DEVICE);
        assertThat(notification.headers().text(HeaderName.SUBSCRIPTION_STATE)).startsWith("terminated");
        assertThat(notification.headers().text(HeaderName.CONTENT_TYPE)).isEqualTo("application/url");
        assertThat(notification.headers().text(HeaderName.TO)).contains("tag=1");
        assertThat(new String(notification.body(), StandardCharsets.UTF_8)).isEqualTo(LINK.toString());
        take(notification);

        send(question("MAC%3a001565aabbcc", DEVICE, "two"));
        send(question("MAC=001565aabbcd", DEVICE, "three"));
        links.put("000413000001", LINK);
        send(question("MAC=000413000001", "ua-profile", "four"));
        SipRequest last = notification();
        assertThat(last.headers().text(HeaderName.CALL_ID)).isEqualTo("four");
        take(last);
        assertThat(asked).containsExactly("001565aabbcc", "001565aabbcc", "001565aabbcd", "000413000001");
        assertThat(said).containsExactly("yealink/T54W", "yealink/T54W", "yealink/T54W", "/");
    }

    @Test
    void aNotificationThatIsNotTakenComesAgainAndAQuestionIsLookedUpOnce() throws Exception {
        String question = question("MAC%3a001565aabbcc", DEVICE, "one");
        send(question);
        SipRequest first = notification();
        send(question);
        SipRequest again = notification();
        assertThat(again.headers().text(HeaderName.VIA))
                .isEqualTo(first.headers().text(HeaderName.VIA));
        assertThat(new String(again.body(), StandardCharsets.UTF_8)).isEqualTo(LINK.toString());
        assertThat(asked).containsExactly("001565aabbcc");
        take(again);
    }

    @Test
    void whatIsNoQuestionOrDoesNotComeByTheGroupIsNotHeard() throws Exception {
        byte[] direct = question("MAC%3a001565aabbcc", DEVICE, "direct").getBytes(StandardCharsets.UTF_8);
        phone().send(new DatagramPacket(direct, direct.length, InetAddress.getLoopbackAddress(), port));
        send(question("MAC%3a001565aabbcc", "dialog", "dialog"));
        send(question("somebody", DEVICE, "somebody"));
        send("nonsense that is no SIP at all");
        send(question("MAC%3a001565aabbcc", DEVICE, "last"));
        assertThat(notification().headers().text(HeaderName.CALL_ID)).isEqualTo("last");
        assertThat(asked).containsExactly("001565aabbcc");
    }
}
