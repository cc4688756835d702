package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SsrcGroup;
import org.patchbay.spi.media.Transport;

/**
 * An endpoint without a pool of mids that sends nothing: it gets the sound of all under their own SSRCs, and pictures once it
 * said that it wants them, the largest layer under the first SSRC. Thread-safe.
 */
final class StubListener {

    private final ConferenceId id;
    private final MediaBridge media;
    private final MediaPeer peer;
    private @Nullable OpenTap tap;
    private boolean closed;

    StubListener(ConferenceId id, MediaBridge media, MediaPeer peer) {
        this.id = id;
        this.media = media;
        this.peer = peer;
    }

    Transport offer() {
        return peer.offer();
    }

    boolean isConnected() {
        return peer.isConnected();
    }

    /** Does what a request says. */
    void handle(JsonNode request) throws BridgeException {
        if (request.path("sources").size() > 0) {
            throw ColibriRefusal.refused("Attempt to set sources for visitor endpoint");
        }
        JsonNode transport = request.path("transport").path("transport");
        if (transport.isObject()) {
            peer.accept(ColibriReader.transport(transport));
            wants(0);
        }
    }

    /** Hears pictures of that height from now on, none if it is 0. */
    synchronized void wants(int height) throws BridgeException {
        if (closed) {
            return;
        }
        OpenTap before = tap;
        tap = media.tap(id, new Forwarding(height));
        if (before != null) {
            before.close();
        }
    }

    void drop() {
        peer.sayGoodbye();
    }

    void close() {
        OpenTap last;
        synchronized (this) {
            closed = true;
            last = tap;
            tap = null;
        }
        if (last != null) {
            last.close();
        }
        peer.leave();
    }

    /** Sends it what the conference forwards. */
    private final class Forwarding implements MediaTap {

        private final int height;
        private int asked;

        Forwarding(int height) {
            this.height = height;
        }

        @Override
        public int wantedHeight() {
            return height;
        }

        @Override
        public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
            if (!isTold(source, ssrc)) {
                return;
            }
            long told = source.ssrcs().get(0);
            var bytes = new byte[rtp.remaining()];
            rtp.duplicate().get(bytes);
            peer.sendRtp(ByteBuffer.wrap(bytes).putInt(8, (int) told).rewind());
            int losses = peer.pictureLosses(told);
            if (losses > asked) {
                asked = losses;
                keyFrame(ssrc);
            }
        }

        @Override
        public void senderReport(Source source, long ssrc, long ntp, long rtpTimestamp, long arrivalNanos) {
            if (isTold(source, ssrc)) {
                peer.sendSenderReport(source.ssrcs().get(0), ntp, rtpTimestamp);
            }
        }

        private boolean isTold(Source source, long ssrc) {
            return peer.isConnected() && (!source.kind().isVideo() || (height > 0 && best(source) == ssrc));
        }

        private long best(Source source) {
            return source.groups().stream()
                    .filter(group -> group.semantics() == SsrcGroup.Semantics.SIM)
                    .map(SsrcGroup::ssrcs)
                    .findFirst()
                    .map(layers -> layers.get(layers.size() - 1))
                    .orElse(source.ssrcs().get(0));
        }

        private void keyFrame(long ssrc) {
            OpenTap open;
            synchronized (StubListener.this) {
                open = tap;
            }
            if (open != null) {
                open.requestKeyFrame(ssrc);
            }
        }
    }
}
