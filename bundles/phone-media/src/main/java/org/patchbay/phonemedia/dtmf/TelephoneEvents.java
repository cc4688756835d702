package org.patchbay.phonemedia.dtmf;

import org.patchbay.phonemedia.rtp.BigEndian;
import org.patchbay.phonemedia.rtp.RtpPacket;

/**
 * Tells each press of a key once, of however many packets it is made, and also when only the last of them arrive (RFC 4733,
 * section 2.5). Not thread-safe.
 */
public final class TelephoneEvents {

    /** Nothing new was pressed. */
    public static final char NONE = 0;

    /** Bytes of an event. */
    public static final int LENGTH = 4;

    private static final String KEYS = "0123456789*#ABCD";
    private static final int LONGEST = 0xFFFF;

    private boolean started;
    private int ssrc;
    private int timestamp;
    private int event;
    private int duration;

    static int eventOf(char key) {
        return KEYS.indexOf(key);
    }

    /** Reads an event packet; the key if it is the first of its press. */
    public char read(RtpPacket packet) {
        int at = packet.payloadOffset();
        if (packet.payloadLength() < LENGTH) {
            return NONE;
        }
        int code = packet.bytes()[at] & 0xFF;
        int length = BigEndian.get16(packet.bytes(), at + 2);
        if (code >= KEYS.length()) {
            return NONE;
        }
        int ahead = packet.timestamp() - timestamp;
        boolean sameSource = started && packet.ssrc() == ssrc;
        if (sameSource && ahead <= 0) {
            duration = ahead == 0 ? Math.max(duration, length) : duration;
            return NONE;
        }
        // A press that is longer than its field goes on under the timestamp where the last segment ended.
        boolean goesOn = sameSource && code == event && duration == LONGEST && ahead == LONGEST && !packet.marker();
        started = true;
        ssrc = packet.ssrc();
        timestamp = packet.timestamp();
        event = code;
        duration = length;
        return goesOn ? NONE : KEYS.charAt(code);
    }
}
