package org.patchbay.phonemedia.srtp;

import java.security.GeneralSecurityException;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;

/** Encrypts or decrypts the packets of one SSRC in one direction, in place (RFC 3711). Not thread-safe. */
final class SrtpStream {

    /** What {@link #unprotect} and {@link #protect} answer for a packet they refuse. */
    static final int REFUSED = SrtpSession.REFUSED;

    private final SrtpCryptoContext context;
    private final PacketRegion region = new PacketRegion();

    SrtpStream(SrtpCryptoContext context) {
        this.context = context;
    }

    /** Decrypts and answers the new length, or {@link #REFUSED} if it is forged, replayed or malformed. */
    int unprotect(byte[] buffer, int offset, int length) {
        try {
            region.over(buffer, offset, length);
            return context.reverseTransformPacket(region, false) == SrtpErrorStatus.OK ? region.getLength() : REFUSED;
        } catch (GeneralSecurityException | RuntimeException e) {
            return REFUSED; // the library throws on some malformed headers; one bad packet ends nothing
        }
    }

    /** Encrypts and answers the new length, at most 16 bytes more; the buffer must have room for them. */
    int protect(byte[] buffer, int offset, int length) {
        try {
            region.over(buffer, offset, length);
            return context.transformPacket(region) == SrtpErrorStatus.OK ? region.getLength() : REFUSED;
        } catch (GeneralSecurityException e) {
            return REFUSED;
        }
    }
}
