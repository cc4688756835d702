package org.patchbay.phonemedia.ports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.JitterBuffer;

/**
 * A conference: every frame, what all speak is added up once, and each who hears gets the sum without what is not for them.
 * Keys are not passed on.
 */
public final class ConferenceMixer implements Mixer, Connection {

    /** Who may be in at a time. */
    static final int MOST_MEMBERS = 200;

    private final Object wiring;
    private final Consumer<ConferenceMixer> onClose;
    private final Map<OpenPort, Member> members = new LinkedHashMap<>();
    private final int[] spoken = new int[Frame.SAMPLES];
    private final int[] whispered = new int[Frame.SAMPLES];
    private final short[] out = new short[Frame.SAMPLES];
    private volatile Member[] present = {};
    private boolean closed;

    public ConferenceMixer(Object wiring, Consumer<ConferenceMixer> onClose) {
        this.wiring = wiring;
        this.onClose = onClose;
    }

    /** One who is in. */
    private static final class Member implements Link {

        private final OpenPort port;
        private final JitterBuffer buffer = new JitterBuffer();
        private final PcmTap tap = buffer::write;
        private final short[] frame = new short[Frame.SAMPLES];
        private volatile Ear ear;

        private Member(OpenPort port, Ear ear) {
            this.port = port;
            this.ear = ear;
            port.inbound().feed().add(tap);
        }

        @Override
        public void sound(Object source, RtpPacket packet, Codec codec, long now) {
            // is heard by the tap
        }

        @Override
        public void event(Object source, RtpPacket packet, Codec codec, char key, long now) {
            // keys are the listener's
        }

        @Override
        public void close() {
            port.inbound().feed().remove(tap);
        }
    }

    @Override
    public void join(MediaPort port, Ear ear) {
        if (!(port instanceof OpenPort open)) {
            throw Problem.INVALID.because("A conference is of ports of this server");
        }
        synchronized (wiring) {
            if (closed) {
                return;
            }
            Member known = members.get(open);
            if (known != null) {
                known.ear = ear;
                return;
            }
            if (members.size() == MOST_MEMBERS) {
                throw Problem.LIMITED.because("A conference has at most " + MOST_MEMBERS + " ports");
            }
            open.leave();
            var member = new Member(open, ear);
            if (open.enter(this, member)) {
                members.put(open, member);
                present = members.values().toArray(Member[]::new);
            } else {
                member.close();
            }
        }
    }

    @Override
    public void change(MediaPort port, Ear ear) {
        synchronized (wiring) {
            if (port instanceof OpenPort open) {
                Member known = members.get(open);
                if (known != null) {
                    known.ear = ear;
                }
            }
        }
    }

    @Override
    public void end(OpenPort leaving) {
        if (members.remove(leaving) != null) {
            present = members.values().toArray(Member[]::new);
        }
        leaving.unlink();
    }

    @Override
    public void close() {
        synchronized (wiring) {
            closed = true;
            members.keySet().forEach(OpenPort::unlink);
            members.clear();
            present = new Member[0];
        }
        onClose.accept(this);
    }

    /** A frame's time went by. Called by the clock alone. */
    public void tick(long now) {
        Member[] all = present;
        Arrays.fill(spoken, 0);
        Arrays.fill(whispered, 0);
        for (Member member : all) {
            member.buffer.read(member.frame);
            switch (member.ear) {
                case LISTENS -> Arrays.fill(member.frame, (short) 0);
                case WHISPERS -> add(member.frame, whispered);
                case SPEAKS, COACHED -> add(member.frame, spoken);
            }
        }
        for (Member member : all) {
            mixFor(member);
            member.port.outbound().mixed(out, now);
        }
    }

    private static void add(short[] frame, int[] sum) {
        for (int i = 0; i < Frame.SAMPLES; i++) {
            sum[i] += frame[i];
        }
    }

    /** All who speak without oneself; who whispers is heard by who is coached, and by others who whisper. */
    private void mixFor(Member member) {
        Ear ear = member.ear;
        boolean hearsWhispers = ear == Ear.COACHED || ear == Ear.WHISPERS;
        for (int i = 0; i < Frame.SAMPLES; i++) {
            int sum = spoken[i] + (hearsWhispers ? whispered[i] : 0) - member.frame[i];
            out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
        }
    }
}
