package org.patchbay.phonemedia.ports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.dtmf.TelephoneEvents;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.G711;

/**
 * One direction between two ports. A payload that the other side takes goes on as it is; one law of G.711 becomes the other in
 * place; Opus is made of or into G.711 on another thread.
 */
final class Relay implements Link {

    private final PortContext context;
    private final Outbound to;
    private @Nullable OpusTranscoder transcoder;
    private boolean asItIs;

    Relay(PortContext context, Outbound to) {
        this.context = context;
        this.to = to;
    }

    @Override
    public void sound(Object source, RtpPacket packet, Codec codec, long now) {
        if (to.takes(codec)) {
            asItIs = true;
            to.relay(source, packet, codec, now);
            return;
        }
        Optional<Codec> speaks = to.speaks();
        if (speaks.isEmpty() || !codec.isSpoken()) {
            return;
        }
        Codec other = speaks.get();
        asItIs = codec.clockRate() == other.clockRate();
        if (asItIs) {
            G711.convert(other, packet.bytes(), packet.payloadOffset(), packet.payloadLength());
            to.relay(source, packet, other, now);
        } else {
            transcoder(other).transcode(codec, packet);
        }
    }

    private OpusTranscoder transcoder(Codec other) {
        OpusTranscoder known = transcoder;
        if (known != null && known.makes() == other) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        var made = new OpusTranscoder(context, to, other);
        transcoder = made;
        return made;
    }

    /** Where the sound's clock becomes another one, packets of keys would not fit in: the key is pressed anew. */
    @Override
    public void event(Object source, RtpPacket packet, Codec codec, char key, long now) {
        if (asItIs && to.takes(codec)) {
            to.relay(source, packet, codec, now);
        } else if (key != TelephoneEvents.NONE) {
            to.pressOne(key);
        }
    }

    @Override
    public void close() {
        if (transcoder != null) {
            transcoder.close();
        }
    }
}
