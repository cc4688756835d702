package org.patchbay.recordings.film.rtp;

import java.nio.BufferUnderflowException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.matroska.TrackFormat;

/**
 * Makes frames of the packets of one SSRC, which come in order. A frame ends with the marker or where the timestamp changes.
 * After a loss nothing comes out until the next key frame, for what depends on the lost would show rubbish. Not thread-safe.
 */
public final class VideoDepacketizer {

    private final Consumer<Frame> frames;
    private @Nullable VideoCodec codec;
    private int payloadType = -1;
    private @Nullable TrackFormat format;
    private long timestamp;
    private long arrival;
    private State state = State.BETWEEN;
    private boolean keyFrameNeeded = true;

    private enum State {
        BETWEEN,
        WITHIN,
        /** What is left of a frame is of no use. */
        BROKEN
    }

    public VideoDepacketizer(Consumer<Frame> frames) {
        this.frames = frames;
    }

    /** Whether nothing comes out before a key frame does. */
    public boolean needsKeyFrame() {
        return keyFrameNeeded;
    }

    /** Takes the next packet, and whether others are missing just before it. */
    public void add(RtpView packet, boolean gap) {
        if (gap) {
            loseFrame();
        }
        if (!packet.payload().hasRemaining()) {
            return; // a sender that probes
        }
        if (state != State.BETWEEN && packet.timestamp() != timestamp) {
            finish();
        }
        if (packet.payloadType() != payloadType) {
            payloadType = packet.payloadType();
            codec = VideoCodec.of(payloadType).orElse(null);
            keyFrameNeeded = true;
        }
        VideoCodec parts = codec;
        if (parts == null) {
            return;
        }
        if (state == State.BETWEEN) {
            parts.reset();
            timestamp = packet.timestamp();
            arrival = packet.arrivalNanos();
            state = State.WITHIN;
        }
        if (state == State.WITHIN && !isAdded(parts, packet)) {
            state = State.BROKEN;
            keyFrameNeeded = true;
        }
        if (packet.marker()) {
            finish();
        }
    }

    private static boolean isAdded(VideoCodec parts, RtpView packet) {
        try {
            return parts.add(packet.payload().duplicate());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return false;
        }
    }

    private void loseFrame() {
        state = state == State.WITHIN ? State.BROKEN : state;
        keyFrameNeeded = true;
    }

    private void finish() {
        boolean whole = state == State.WITHIN;
        state = State.BETWEEN;
        if (whole && codec != null) {
            pictureOf(codec).ifPresentOrElse(this::deliver, () -> keyFrameNeeded = true);
        }
    }

    private static Optional<CodedPicture> pictureOf(VideoCodec parts) {
        try {
            return parts.take();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void deliver(CodedPicture picture) {
        boolean key = picture.format() != null;
        if (key) {
            format = picture.format();
            keyFrameNeeded = false;
        }
        TrackFormat known = format;
        if (!keyFrameNeeded && known != null) {
            frames.accept(new Frame(known, picture.data(), timestamp, key, arrival));
        }
    }
}
