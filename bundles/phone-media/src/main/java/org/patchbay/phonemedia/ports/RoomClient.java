package org.patchbay.phonemedia.ports;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.RoomSound;
import org.patchbay.phonemedia.net.SocketPair;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sdp.LocalEnd;
import org.patchbay.phonemedia.sdp.RoomOffer;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.JitterBuffer;
import org.patchbay.phonemedia.sound.OpusPool;

/** One phone in a room on a media bridge, to which it is a browser without pictures. */
public final class RoomClient implements RoomSound, Connection {

    /** Streams that one phone has decoded or encoded at a time. */
    public static final int MOST_OPUS = RoomEars.MOST_HEARD + 1;

    private final PortContext context;
    private final OpenPort port;
    private final Supplier<LocalEnd> locals;
    private final Consumer<RoomClient> onClose;
    private final RoomEars ears;
    private final RoomTransport transport;
    private final RoomVoice voice;
    private final JitterBuffer said = new JitterBuffer();
    private final PcmTap tap = said::write;
    private final short[] in = new short[Frame.SAMPLES];
    private final short[] out = new short[Frame.SAMPLES];
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * One on its sockets, which it reads from now on.
     *
     * @param locals how it is reached, with new credentials each time
     */
    public RoomClient(
            PortContext context,
            OpusPool opus,
            MediaPort phone,
            SocketPair sockets,
            Supplier<LocalEnd> locals,
            Consumer<RoomClient> onClose) {
        if (!(phone instanceof OpenPort open)) {
            throw Problem.INVALID.because("Rooms are for ports of this server");
        }
        this.context = context;
        this.port = open;
        this.locals = locals;
        this.onClose = onClose;
        ears = new RoomEars(context, opus);
        transport = new RoomTransport(sockets, context, ears);
        voice = new RoomVoice(context, opus, transport);
        sockets.read(transport);
        synchronized (context.wiring()) {
            open.leave();
            open.enter(this, new Spoken());
        }
    }

    /** What the phone says is heard by the tap. */
    private final class Spoken implements Link {

        private Spoken() {
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
    public String answer(String description) {
        RoomOffer offer = RoomOffer.read(description);
        LocalEnd own = locals.get();
        ears.restart();
        transport.agree(offer, own);
        return offer.answer(own);
    }

    @Override
    public long ssrc() {
        return voice.ssrc();
    }

    @Override
    public boolean flowing() {
        return transport.flowing();
    }

    /** A frame's time went by. Called by the clock alone. */
    public void tick(long now) {
        transport.check(now);
        voice.frame(in, said.read(in), now);
        ears.mix(out, now);
        port.outbound().mixed(out, now);
    }

    @Override
    public void end(OpenPort leaving) {
        leaving.unlink();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        onClose.accept(this);
        synchronized (context.wiring()) {
            port.leaveIf(this);
        }
        voice.close();
        ears.close();
        transport.close();
    }
}
