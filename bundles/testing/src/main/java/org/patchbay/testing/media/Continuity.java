package org.patchbay.testing.media;

import java.util.List;

/** Whether a received stream looks like one stream to a decoder. */
public final class Continuity {

    private Continuity() {}

    /** Whether numbers rise by one and timestamps rise. */
    public static boolean isContinuous(List<ReceivedPacket> stream) {
        for (int i = 1; i < stream.size(); i++) {
            ReceivedPacket before = stream.get(i - 1);
            ReceivedPacket packet = stream.get(i);
            boolean nextNumber = packet.sequence() == ((before.sequence() + 1) & 0xFFFF);
            boolean later = (int) (packet.timestamp() - before.timestamp()) > 0;
            if (!nextNumber || !later) {
                return false;
            }
        }
        return true;
    }

    /** Whether each change of sender, told by the payload, begins with a VP8 key frame. */
    public static boolean startsWithKeyFrames(List<ReceivedPacket> stream) {
        long origin = -1;
        for (ReceivedPacket packet : stream) {
            if (packet.origin() != origin && !packet.isKeyFrame()) {
                return false;
            }
            origin = packet.origin();
        }
        return true;
    }
}
