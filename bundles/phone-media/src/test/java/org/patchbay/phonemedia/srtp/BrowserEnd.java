package org.patchbay.phonemedia.srtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.sdp.MediaDescription;
import org.patchbay.testing.phonemedia.RtpPhone;

/** Makes a browser of a phone: it checks connectivity, shakes hands by DTLS and encrypts. */
public final class BrowserEnd implements AutoCloseable {

    private static final byte[] TRANSACTION = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    private final RtpPhone phone;
    private final DtlsIdentity identity;
    private final String ufrag;
    private final String password;
    private final String fingerprint;
    private final InetSocketAddress to;
    private final HandshakeDatagrams datagrams;
    private volatile boolean answered;
    private volatile @Nullable SrtpSession session;

    public BrowserEnd(RtpPhone phone, MediaDescription server, InetSocketAddress to) {
        this(phone, DtlsIdentity.generate(), server.ufrag(), server.password(), server.fingerprint(), to);
    }

    private BrowserEnd(
            RtpPhone phone,
            DtlsIdentity identity,
            String ufrag,
            String password,
            String fingerprint,
            InetSocketAddress to) {
        this.phone = phone;
        this.identity = identity;
        this.ufrag = ufrag;
        this.password = password;
        this.fingerprint = fingerprint;
        this.to = to;
        datagrams = new HandshakeDatagrams(bytes -> phone.sendRaw(to, bytes));
    }

    /** One that offers first. */
    public static BrowserEnd unbound(RtpPhone phone) {
        return new BrowserEnd(phone, DtlsIdentity.generate(), "", "", "", new InetSocketAddress(9));
    }

    public BrowserEnd bind(MediaDescription server, InetSocketAddress address) {
        return new BrowserEnd(phone, identity, server.ufrag(), server.password(), server.fingerprint(), address);
    }

    /** What its description says beside the m-line. */
    public String[] attributes(String setup) {
        return new String[] {
            "rtpmap:111 opus/48000/2",
            "rtpmap:101 telephone-event/8000",
            "ice-ufrag:brow",
            "ice-pwd:browserbrowserbrowserbrowser",
            "fingerprint:sha-256 " + identity.fingerprint(),
            "setup:" + setup,
            "rtcp-mux"
        };
    }

    /** The same with a user name and a password of its own that are new, so that ICE restarts (RFC 8445, section 9). */
    public String[] restarting(String setup) {
        return Arrays.stream(attributes(setup))
                .map(line -> line.startsWith("ice-") ? line.replace("brow", "anew") : line)
                .toArray(String[]::new);
    }

    /**
     * Goes on from another address, as in another network, after an ICE restart; encrypts as before.
     *
     * @param server what it answered to the restart
     */
    public BrowserEnd moves(RtpPhone elsewhere, MediaDescription server) {
        var moved = new BrowserEnd(elsewhere, identity, server.ufrag(), server.password(), fingerprint, to);
        moved.session = session;
        elsewhere.filters(moved::encrypt, moved::take);
        elsewhere.sendRaw(to, moved.check(moved.password));
        elsewhere.await("the check of the new pair is answered", Duration.ofSeconds(30), () -> moved.answered);
        return moved;
    }

    /** Waits for the answer to a further check as it knows how to write it. */
    public void awaitAnswer() {
        answered = false;
        phone.sendRaw(to, check(password));
        phone.await("a further check is answered", () -> answered);
    }

    /** Whether a further check as it knows how to write it is answered before one that is certainly answered. */
    public boolean isAnsweredBefore(BrowserEnd other) {
        answered = false;
        other.answered = false;
        phone.sendRaw(to, check(password));
        other.phone.sendRaw(to, other.check(other.password));
        other.phone.await("the other check is answered", Duration.ofSeconds(30), () -> other.answered);
        return answered;
    }

    /** Connects; phones talk encrypted from then on. */
    public void connect() throws IOException {
        phone.filters(this::encrypt, this::take);
        phone.sendRaw(to, check("wrong password wrong password"));
        phone.sendRaw(to, check(password));
        phone.await("the check is answered", () -> answered);
        var crypto = new BcTlsCrypto(new SecureRandom());
        var client = new SrtpTlsClient(crypto, identity, fingerprint, () -> {}, List.of(SrtpProfile.AEAD_AES_128_GCM));
        new DTLSClientProtocol().connect(client, datagrams);
        session = client.session();
    }

    private byte[] check(String signature) {
        return StunMessage.create(StunMessage.REQUEST, TRANSACTION)
                .with(StunMessage.USERNAME, ufrag + ":brow")
                .with(StunMessage.PRIORITY, new byte[] {0x6E, 0, 0, 1})
                .with(StunMessage.ICE_CONTROLLING, new byte[8])
                .with(StunMessage.USE_CANDIDATE, new byte[0])
                .sign(signature);
    }

    private int encrypt(byte[] bytes, int length) {
        SrtpSession keys = session;
        return (bytes[0] & 0xC0) == 0x80 ? keys == null ? 0 : keys.protect(bytes, length) : length;
    }

    private int take(byte[] bytes, int length) {
        if (StunMessage.isStun(bytes, length)) {
            StunMessage message = StunMessage.parse(bytes, length);
            answered |= message.type() == StunMessage.SUCCESS
                    && message.isSignedWith(password)
                    && message.has(StunMessage.XOR_MAPPED_ADDRESS)
                    && message.has(StunMessage.FINGERPRINT);
            return 0;
        }
        if ((bytes[0] & 0xC0) != 0x80) {
            datagrams.add(Arrays.copyOf(bytes, length));
            return 0;
        }
        SrtpSession keys = session;
        int type = bytes[1] & 0xFF;
        return keys == null || (type >= 192 && type <= 223) ? 0 : keys.unprotect(bytes, length);
    }

    @Override
    public void close() {
        session = null;
    }
}
