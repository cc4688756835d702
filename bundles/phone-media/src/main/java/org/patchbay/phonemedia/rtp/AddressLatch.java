package org.patchbay.phonemedia.rtp;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where the far end really is, which NAT makes another address than its description says (symmetric RTP, RFC
 * 4961). A packet from the described address settles it; before one comes, another address has to send some packets in a row
 * of one SSRC. Once settled, nobody takes the stream over but who goes on with the same SSRC, which a stranger does not
 * know, after the old address fell silent. Not thread-safe.
 */
public final class AddressLatch {

    static final int PACKETS_IN_A_ROW = 3;
    static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(3);

    private @Nullable InetSocketAddress described;
    private @Nullable InetSocketAddress settled;
    private @Nullable InetSocketAddress candidate;
    private int candidateSsrc;
    private int candidateSequence;
    private int inARow;
    private int ssrc;
    private long lastHeard;

    /** A description names an address; the same one as before changes nothing. */
    public void describe(@Nullable InetSocketAddress address) {
        if (address != null && address.equals(described)) {
            return;
        }
        described = address;
        settled = null;
        candidate = null;
        inARow = 0;
    }

    /** Where to send: the settled address, else the described one; null while there is neither. */
    public @Nullable InetSocketAddress target() {
        return settled != null ? settled : described;
    }

    /** Whether a packet that may be genuine is to be taken. */
    public boolean accept(InetSocketAddress from, int source, int sequence, long now) {
        InetSocketAddress known = settled;
        if (known != null && known.equals(from)) {
            ssrc = source;
            lastHeard = now;
            return true;
        }
        if (from.equals(described)) {
            settle(from, source, now);
            return true;
        }
        if (known != null && (source != ssrc || now - lastHeard < SILENT_NANOS)) {
            return false;
        }
        boolean next = from.equals(candidate)
                && source == candidateSsrc
                && ((sequence - candidateSequence) & 0xFFFF) - 1 < PACKETS_IN_A_ROW
                && sequence != candidateSequence;
        inARow = next ? inARow + 1 : 1;
        candidate = from;
        candidateSsrc = source;
        candidateSequence = sequence;
        if (inARow < PACKETS_IN_A_ROW) {
            return false;
        }
        settle(from, source, now);
        return true;
    }

    private void settle(InetSocketAddress from, int source, long now) {
        settled = from;
        candidate = null;
        inARow = 0;
        ssrc = source;
        lastHeard = now;
    }
}
