package org.patchbay.media.transport;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;
import org.patchbay.media.rtp.BigEndian;

/**
 * The keys of one DTLS association (RFC 5764, section 4.2) and the contexts made of them. Streams are the caller's; those
 * of RTCP are kept here, at most {@link #MAX_RTCP_SENDERS} of them. Not thread-safe.
 */
public final class SrtpSession {

    static final int MAX_RTCP_SENDERS = 512;

    private static final Logger QUIET = new LoggerImpl(SrtpSession.class.getName(), Level.SEVERE);

    private final SrtpContextFactory receiving;
    private final SrtpContextFactory sending;
    private final Map<Integer, SrtcpCryptoContext> rtcpReceivers = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpSenders = new HashMap<>();
    private final PacketRegion region = new PacketRegion();

    private SrtpSession(SrtpContextFactory receiving, SrtpContextFactory sending) {
        this.receiving = receiving;
        this.sending = sending;
    }

    /** Of the DTLS server: the client's key decrypts, the server's encrypts. */
    static SrtpSession ofServer(SrtpProfile profile, byte[] keying) {
        return new SrtpSession(factory(false, profile, keying, 0), factory(true, profile, keying, 1));
    }

    /** Of the DTLS client, the other way round. */
    static SrtpSession ofClient(SrtpProfile profile, byte[] keying) {
        return new SrtpSession(factory(false, profile, keying, 1), factory(true, profile, keying, 0));
    }

    /** Side 0 is the client's half of the keying material, 1 the server's. */
    private static SrtpContextFactory factory(boolean sender, SrtpProfile profile, byte[] keying, int side) {
        int keyAt = side * SrtpProfile.KEY_LENGTH;
        int saltAt = 2 * SrtpProfile.KEY_LENGTH + side * profile.saltLength();
        return new SrtpContextFactory(
                sender,
                Arrays.copyOfRange(keying, keyAt, keyAt + SrtpProfile.KEY_LENGTH),
                Arrays.copyOfRange(keying, saltAt, saltAt + profile.saltLength()),
                profile.policy(),
                profile.policy(),
                QUIET);
    }

    /** Decrypts what comes from an SSRC. */
    public SrtpStream receiver(int ssrc) {
        return stream(receiving, ssrc);
    }

    /** Encrypts what goes out under an SSRC. */
    public SrtpStream sender(int ssrc) {
        return stream(sending, ssrc);
    }

    private static SrtpStream stream(SrtpContextFactory factory, int ssrc) {
        try {
            return new SrtpStream(factory.deriveContext(ssrc, 0));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks AES or HMAC", e);
        }
    }

    /** Decrypts a compound and answers its new length, or {@link SrtpStream#REFUSED}. */
    public int unprotectRtcp(byte[] buffer, int offset, int length) {
        int ssrc = BigEndian.get32(buffer, offset + 4);
        SrtcpCryptoContext known = rtcpReceivers.get(ssrc);
        if (known == null && rtcpReceivers.size() == MAX_RTCP_SENDERS) {
            return SrtpStream.REFUSED;
        }
        try {
            SrtcpCryptoContext context = known == null ? receiving.deriveControlContext(ssrc) : known;
            region.over(buffer, offset, length);
            if (context.reverseTransformPacket(region) != SrtpErrorStatus.OK) {
                return SrtpStream.REFUSED;
            }
            rtcpReceivers.put(ssrc, context); // only now: forged packets leave nothing behind
            return region.getLength();
        } catch (GeneralSecurityException | RuntimeException e) {
            return SrtpStream.REFUSED; // the library throws on some malformed packets
        }
    }

    /** Encrypts a compound and answers its new length; the buffer must have room for 20 bytes more. */
    public int protectRtcp(byte[] buffer, int offset, int length) {
        int ssrc = BigEndian.get32(buffer, offset + 4);
        try {
            SrtcpCryptoContext context = rtcpSenders.get(ssrc);
            if (context == null) {
                context = sending.deriveControlContext(ssrc);
                rtcpSenders.put(ssrc, context);
            }
            region.over(buffer, offset, length);
            return context.transformPacket(region) == SrtpErrorStatus.OK ? region.getLength() : SrtpStream.REFUSED;
        } catch (GeneralSecurityException e) {
            return SrtpStream.REFUSED;
        }
    }
}
