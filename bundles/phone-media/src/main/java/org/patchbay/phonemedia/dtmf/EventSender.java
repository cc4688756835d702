package org.patchbay.phonemedia.dtmf;

import org.patchbay.phonemedia.rtp.BigEndian;
import org.patchbay.phonemedia.rtp.RtpPacket;

/**
 * The packets of one press: one a frame while it lasts, its end three times, then a pause (RFC 4733, section 2.5.1). Not
 * thread-safe.
 */
public final class EventSender {

    private static final int FRAMES = 5;
    private static final int LAST_END = FRAMES + 2;
    private static final int WITH_PAUSE = LAST_END + 2;
    private static final int END = 0x80;
    private static final int VOLUME = 10;

    private final int event;
    private final int ticksPerFrame;
    private int frame;

    /** One key; the clock is that of the events. */
    public EventSender(char key, int clockRate) {
        event = TelephoneEvents.eventOf(key);
        ticksPerFrame = clockRate / 50;
    }

    /** Goes on by a frame; false when the press and its pause are over. */
    public boolean advance() {
        frame++;
        return frame <= WITH_PAUSE;
    }

    /** Whether a packet goes out in this frame. */
    public boolean sends() {
        return frame <= LAST_END;
    }

    /** Which packet it is, from 0. */
    public int number() {
        return frame - 1;
    }

    /** Writes the event behind the header. */
    public void write(byte[] out) {
        out[RtpPacket.HEADER] = (byte) event;
        out[RtpPacket.HEADER + 1] = (byte) (frame >= FRAMES ? END | VOLUME : VOLUME);
        BigEndian.put16(out, RtpPacket.HEADER + 2, Math.min(frame, FRAMES) * ticksPerFrame);
    }
}
