package org.patchbay.phonemedia.srtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.patchbay.testing.Patience;
import org.patchbay.testing.phonemedia.RtpPhone;

/**
 * Makes a media bridge of a phone: it offers a room, checks whoever checked it first, as a bridge does that has one port for all,
 * and is the DTLS server.
 */
public final class BridgeEnd {

    private static final byte[] TRANSACTION = {9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final String PASSWORD = "bridgebridgebridgebridge";

    private static final int MOST_CHECKS = 1_000;

    private record Checked(StunMessage check, InetSocketAddress from) {}

    private final BlockingQueue<Checked> checks = new LinkedBlockingQueue<>(MOST_CHECKS);
    private final RtpPhone phone;
    private final DtlsIdentity identity = DtlsIdentity.generate();
    private volatile @Nullable HandshakeDatagrams datagrams;
    private volatile @Nullable SrtpSession session;

    public BridgeEnd(RtpPhone phone) {
        this.phone = phone;
        phone.filters(this::encrypt, this::take);
    }

    /** An offer with a line to speak on, one for a camera, and two to hear by. */
    public String offer() {
        var text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1 3 a0 a1\r\n");
        for (String mid : new String[] {"0", "1", "3", "a0", "a1"}) {
            text.append(
                            mid.equals("1")
                                    ? "m=video 9 UDP/TLS/RTP/SAVPF 100\r\n"
                                    : "m=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\n")
                    .append("a=ice-ufrag:brid\r\na=ice-pwd:" + PASSWORD + "\r\na=fingerprint:sha-256 ")
                    .append(identity.fingerprint())
                    .append("\r\na=candidate:1 1 tcp 2130706431 127.0.0.1 9 typ host tcptype passive")
                    .append("\r\na=candidate:2 1 udp 2130706431 bridge.example.org 9 typ host")
                    .append("\r\na=candidate:3 1 udp 2130706175 127.0.0.1 " + phone.port() + " typ host")
                    .append("\r\na=setup:actpass\r\na=mid:")
                    .append(mid)
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String find(String answer, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + answer);
        }
        return matcher.group(1);
    }

    /** Who checks us by this name, signed with our password. */
    private InetSocketAddress checkedBy(String ufrag) {
        try {
            while (true) {
                Checked next = checks.poll(Patience.SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("Nobody checked the bridge");
                }
                String name = next.check()
                        .find(StunMessage.USERNAME)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
                if (name.equals("brid:" + ufrag)
                        && next.check().has(StunMessage.ICE_CONTROLLED)
                        && next.check().isSignedWith(PASSWORD)) {
                    return next.from();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Connects to who answered, once they checked us, and says where they are. */
    public InetSocketAddress connect(String answer) throws IOException {
        String ufrag = find(answer, "a=ice-ufrag:(\\S+)");
        InetSocketAddress to = checkedBy(ufrag);
        String password = find(answer, "a=ice-pwd:(\\S+)");
        var handshake = new HandshakeDatagrams(bytes -> phone.sendRaw(to, bytes));
        session = null;
        datagrams = handshake;
        phone.sendRaw(
                to,
                StunMessage.create(StunMessage.REQUEST, TRANSACTION)
                        .with(StunMessage.USERNAME, ufrag + ":brid")
                        .with(StunMessage.PRIORITY, new byte[] {0x6E, 0, 0, 1})
                        .with(StunMessage.ICE_CONTROLLING, new byte[8])
                        .with(StunMessage.USE_CANDIDATE, new byte[0])
                        .sign(password));
        var crypto = new BcTlsCrypto(new SecureRandom());
        var server = new SrtpTlsServer(crypto, identity, find(answer, "a=fingerprint:sha-256 (\\S+)"), () -> {});
        new DTLSServerProtocol().accept(server, handshake);
        session = server.session();
        return to;
    }

    private int encrypt(byte[] bytes, int length) {
        SrtpSession keys = session;
        return (bytes[0] & 0xC0) == 0x80 ? keys == null ? 0 : keys.protect(bytes, length) : length;
    }

    private int take(byte[] bytes, int length) {
        if (StunMessage.isStun(bytes, length)) {
            StunMessage message = StunMessage.parse(bytes, length);
            if (message.type() == StunMessage.REQUEST) {
                checks.offer(new Checked(message, phone.from()));
            }
            return 0;
        }
        HandshakeDatagrams handshake = datagrams;
        if ((bytes[0] & 0xC0) != 0x80) {
            if (handshake != null) {
                handshake.add(Arrays.copyOf(bytes, length));
            }
            return 0;
        }
        SrtpSession keys = session;
        int type = bytes[1] & 0xFF;
        return keys == null || (type >= 192 && type <= 223) ? 0 : keys.unprotect(bytes, length);
    }
}
