package org.patchbay.recordings.film.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.patchbay.spi.media.PayloadType;

/** Puts the payloads of one frame together. Not thread-safe. */
interface VideoCodec {

    /** Forgets the frame under way. */
    void reset();

    /** Adds the next payload of the frame; false if it is malformed or does not go on where the last one stopped. */
    boolean add(ByteBuffer payload);

    /** Ends the frame; empty if it is not whole. */
    Optional<CodedPicture> take();

    /** The codec of a payload type; empty if it is none that is known. */
    static Optional<VideoCodec> of(int payloadType) {
        if (payloadType == PayloadType.VP8.number()) {
            return Optional.of(new Vp8Codec());
        } else if (payloadType == PayloadType.VP9.number()) {
            return Optional.of(new Vp9Codec());
        } else if (payloadType == PayloadType.H264.number()) {
            return Optional.of(new H264Codec());
        } else if (payloadType == PayloadType.AV1.number()) {
            return Optional.of(new Av1Codec());
        }
        return Optional.empty();
    }
}
