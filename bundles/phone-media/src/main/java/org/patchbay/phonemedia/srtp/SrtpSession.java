package org.patchbay.phonemedia.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;
import org.patchbay.phonemedia.rtp.BigEndian;
import org.patchbay.phonemedia.sdp.Crypto;
import org.patchbay.phonemedia.sdp.CryptoSuite;

/**
 * The keys of both directions and the contexts made of them (RFC 3711), in place. What comes and what goes may be worked on by
 * two threads at a time, each direction by one.
 */
public final class SrtpSession {

    /** What is answered for a packet that is refused: forged, replayed or malformed. */
    public static final int REFUSED = -1;

    /** SSRCs of a far end that are known at a time. */
    static final int MOST_SOURCES = 16;

    private static final Logger QUIET = new LoggerImpl(SrtpSession.class.getName(), Level.SEVERE);

    private final SrtpContextFactory receiving;
    private final SrtpContextFactory sending;
    private final Map<Integer, SrtpStream> receivers = new LinkedHashMap<>();
    private final Map<Integer, SrtpStream> senders = new LinkedHashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpReceivers = new LinkedHashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpSenders = new LinkedHashMap<>();
    private final PacketRegion regionIn = new PacketRegion();
    private final PacketRegion regionOut = new PacketRegion();

    private SrtpSession(SrtpContextFactory receiving, SrtpContextFactory sending) {
        this.receiving = receiving;
        this.sending = sending;
    }

    /** Of the lines of both descriptions, whose suites are the same. */
    public static SrtpSession ofDescriptions(Crypto own, Crypto remote) {
        return new SrtpSession(
                factory(false, remote.suite(), remote.key(), remote.salt()),
                factory(true, own.suite(), own.key(), own.salt()));
    }

    /** Of the DTLS server: the client's key decrypts, the server's encrypts. */
    static SrtpSession ofServer(SrtpProfile profile, byte[] keying) {
        return new SrtpSession(half(false, profile, keying, 0), half(true, profile, keying, 1));
    }

    /** Of the DTLS client, the other way round. */
    static SrtpSession ofClient(SrtpProfile profile, byte[] keying) {
        return new SrtpSession(half(false, profile, keying, 1), half(true, profile, keying, 0));
    }

    /** Side 0 is the client's half of the keying material, 1 the server's (RFC 5764, section 4.2). */
    private static SrtpContextFactory half(boolean sender, SrtpProfile profile, byte[] keying, int side) {
        CryptoSuite suite = profile.suite();
        int keyAt = side * CryptoSuite.KEY_LENGTH;
        int saltAt = 2 * CryptoSuite.KEY_LENGTH + side * suite.saltLength();
        return factory(
                sender,
                suite,
                Arrays.copyOfRange(keying, keyAt, keyAt + CryptoSuite.KEY_LENGTH),
                Arrays.copyOfRange(keying, saltAt, saltAt + suite.saltLength()));
    }

    private static SrtpContextFactory factory(boolean sender, CryptoSuite suite, byte[] key, byte[] salt) {
        return new SrtpContextFactory(
                sender, key, salt, policy(suite, suite.tagLength()), policy(suite, suite.controlTagLength()), QUIET);
    }

    private static SrtpPolicy policy(CryptoSuite suite, int tagLength) {
        return suite.galois()
                ? new SrtpPolicy(
                        SrtpPolicy.AESGCM_ENCRYPTION,
                        CryptoSuite.KEY_LENGTH,
                        SrtpPolicy.NULL_AUTHENTICATION,
                        0,
                        tagLength,
                        suite.saltLength())
                : new SrtpPolicy(
                        SrtpPolicy.AESCM_ENCRYPTION,
                        CryptoSuite.KEY_LENGTH,
                        SrtpPolicy.HMACSHA1_AUTHENTICATION,
                        20,
                        tagLength,
                        suite.saltLength());
    }

    /** Decrypts and answers the new length. A source is remembered once a packet of it was genuine. */
    public int unprotect(byte[] buffer, int length) {
        int ssrc = BigEndian.get32(buffer, 8);
        SrtpStream known = receivers.get(ssrc);
        SrtpStream stream = known == null ? stream(receiving, ssrc) : known;
        int size = stream.unprotect(buffer, 0, length);
        if (known == null && size != REFUSED) {
            remember(receivers, ssrc, stream);
        }
        return size;
    }

    /** Encrypts and answers the new length; the buffer must have room for 16 bytes more. */
    public int protect(byte[] buffer, int length) {
        int ssrc = BigEndian.get32(buffer, 8);
        SrtpStream stream = senders.get(ssrc);
        if (stream == null) {
            stream = stream(sending, ssrc);
            senders.put(ssrc, stream);
        }
        return stream.protect(buffer, 0, length);
    }

    /** The far end makes a new SSRC now and then; those of long ago are forgotten. */
    private static <T> void remember(Map<Integer, T> sources, int ssrc, T context) {
        if (sources.size() == MOST_SOURCES) {
            sources.remove(sources.keySet().iterator().next());
        }
        sources.put(ssrc, context);
    }

    private static SrtpStream stream(SrtpContextFactory factory, int ssrc) {
        try {
            return new SrtpStream(factory.deriveContext(ssrc, 0));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks AES or HMAC", e);
        }
    }

    /** Decrypts a compound and answers its new length. */
    public int unprotectRtcp(byte[] buffer, int length) {
        int ssrc = BigEndian.get32(buffer, 4);
        SrtcpCryptoContext known = rtcpReceivers.get(ssrc);
        try {
            SrtcpCryptoContext context = known == null ? receiving.deriveControlContext(ssrc) : known;
            regionIn.over(buffer, 0, length);
            if (context.reverseTransformPacket(regionIn) != SrtpErrorStatus.OK) {
                return REFUSED;
            }
            if (known == null) {
                remember(rtcpReceivers, ssrc, context);
            }
            return regionIn.getLength();
        } catch (GeneralSecurityException | RuntimeException e) {
            return REFUSED; // the library throws on some malformed packets
        }
    }

    /** Encrypts a compound and answers its new length; the buffer must have room for 20 bytes more. */
    public int protectRtcp(byte[] buffer, int length) {
        int ssrc = BigEndian.get32(buffer, 4);
        try {
            SrtcpCryptoContext context = rtcpSenders.get(ssrc);
            if (context == null) {
                context = sending.deriveControlContext(ssrc);
                rtcpSenders.put(ssrc, context);
            }
            regionOut.over(buffer, 0, length);
            return context.transformPacket(regionOut) == SrtpErrorStatus.OK ? regionOut.getLength() : REFUSED;
        } catch (GeneralSecurityException e) {
            return REFUSED;
        }
    }
}
