package org.patchbay.media.forwarding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be told to a tap, by a thread of its own. At most {@link #CAPACITY} packets wait, what comes on top is
 * missed; that sources come and go is always told. Thread-safe.
 */
final class TapFeed {

    static final int CAPACITY = 4_096;

    private static final Logger log = LoggerFactory.getLogger(TapFeed.class);
    private static final int LAST_WORDS_SECONDS = 10;

    private final MediaTap tap;
    private final int wantedHeight;
    private final BlockingQueue<Consumer<MediaTap>> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger packets = new AtomicInteger();
    private final AtomicInteger missed = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;

    /** The last of what waits. */
    private static final class End implements Consumer<MediaTap> {
        @Override
        public void accept(MediaTap tap) {}
    }

    TapFeed(MediaTap tap) {
        this.tap = tap;
        this.wantedHeight = tap.wantedHeight();
        this.thread = new Thread(this::tell, "media-tap");
        thread.setDaemon(true);
        thread.setContextClassLoader(TapFeed.class.getClassLoader());
    }

    void start() {
        thread.start();
    }

    int wantedHeight() {
        return wantedHeight;
    }

    /** Leaves a copy of the packet. */
    void packet(Source source, long ssrc, RtpPacket packet, long arrival) {
        if (ended || !mayAdd()) {
            return;
        }
        int start = packet.offset();
        byte[] copy = Arrays.copyOfRange(packet.buffer(), start, start + packet.length());
        waiting.add(listener -> {
            packets.decrementAndGet();
            int gap = missed.getAndSet(0);
            if (gap > 0) {
                listener.missed(gap);
            }
            listener.packet(source, ssrc, ByteBuffer.wrap(copy), arrival);
        });
    }

    private boolean mayAdd() {
        if (packets.incrementAndGet() > CAPACITY) {
            packets.decrementAndGet();
            missed.incrementAndGet();
            return false;
        }
        return true;
    }

    /** Leaves a report, which counts as a packet does. */
    void senderReport(Source source, long ssrc, long ntp, long timestamp, long arrival) {
        if (!ended && mayAdd()) {
            waiting.add(listener -> {
                packets.decrementAndGet();
                listener.senderReport(source, ssrc, ntp, timestamp, arrival);
            });
        }
    }

    /** Leaves what must not be missed. */
    void event(Consumer<MediaTap> event) {
        if (!ended) {
            waiting.add(event);
        }
    }

    /** Nothing comes any more; what waits is still told. */
    void end() {
        ended = true;
        waiting.add(new End());
    }

    /** Waits until all is told, unless it is the tap that asks. */
    void awaitEnd() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            Consumer<MediaTap> next = waiting.take();
            while (!(next instanceof End)) {
                tell(next);
                next = waiting.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Consumer<MediaTap> event) {
        try {
            event.accept(tap);
        } catch (RuntimeException e) {
            log.warn("A tap failed", e);
        }
    }
}
