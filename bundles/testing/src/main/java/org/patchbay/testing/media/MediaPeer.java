package org.patchbay.testing.media;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/**
 * A client of a bridge that really speaks ICE, DTLS, SRTP and RTCP. Video that it sends under an SSRC it sends again, when
 * asked to, under that SSRC plus one. Thread-safe.
 */
public interface MediaPeer {

    /** Answers an offer and starts connecting. */
    RemoteTransport answer(Transport offered);

    /** Whether ICE and DTLS are done on this side. */
    boolean isConnected();

    /** Sends the next 20 ms of audio; the level is in -dBov, 127 is silence. */
    void sendAudio(long ssrc, int level);

    /** Sends the next VP8 frame in one packet. */
    void sendVideo(long ssrc, boolean keyFrame);

    /** Sends an RTP packet as it is, but for its encryption. */
    void sendRtp(ByteBuffer packet);

    /** Says that packets are missing. */
    void sendNack(long ssrc, int sequence);

    /** Says that a key frame is needed. */
    void sendPictureLoss(long ssrc);

    /** Sends bytes as they are. */
    void sendRaw(byte[] datagram);

    /** What came so far, in order. */
    List<ReceivedPacket> received();

    /** How often a key frame of the SSRC was asked for. */
    int pictureLosses(long ssrc);

    /** What was asked for again of the SSRC. */
    Set<Integer> nacked(long ssrc);

    /** How many reports of transport-wide congestion control came. */
    int transportReports();

    /** The RTP timestamps in the sender reports of an SSRC that came. */
    List<Long> senderReports(long ssrc);

    /** Sends a sender report for an SSRC. */
    void sendSenderReport(long ssrc, long ntp, long timestamp);

    /** Answers no more checks, as a machine that lost its network. */
    void fallSilent();

    /** Says goodbye in DTLS. */
    void sayGoodbye();

    /** Closes its socket without a word. */
    void leave();

    /** The other way round, as a server: what it offers. */
    default Transport offer() {
        throw new UnsupportedOperationException("This peer is no server");
    }

    /** As a server: hears the answer to what it offered, and connects. */
    default void accept(RemoteTransport answer) {
        throw new UnsupportedOperationException("This peer is no server");
    }
}
