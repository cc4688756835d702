package org.patchbay.media.forwarding;

import org.patchbay.media.rtcp.RtcpReader;
import org.patchbay.media.rtcp.RtcpWriter;
import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.VideoPayload;

/** The views and buffers that all packets of a conference pass through, one after another. Not thread-safe. */
final class Workspace {

    /** The packet that came. */
    final RtpPacket packet = new RtpPacket();

    /** Its payload, if it is video. */
    final VideoPayload payload = new VideoPayload();

    /** A packet from the cache, to be sent again. */
    final RtpPacket kept = new RtpPacket();

    final PacketWriter writer = new PacketWriter();
    final RtcpReader rtcpReader = new RtcpReader();
    final RtcpWriter rtcpWriter = new RtcpWriter();

    /** Who listens to what is forwarded. */
    final Taps taps = new Taps();
}
