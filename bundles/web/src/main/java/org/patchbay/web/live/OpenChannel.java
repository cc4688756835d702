package org.patchbay.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** One channel that a client has open. What is sent before the client knows that it is open, waits. */
final class OpenChannel implements LiveSink {

    private static final int MOST_EARLY = 1000;

    private final int number;
    private final LiveChannel channel;
    private final Outbox out;
    private final List<String> early = new ArrayList<>();
    private @Nullable LiveSubscription subscription;
    private boolean closed;

    OpenChannel(int number, LiveChannel channel, Outbox out) {
        this.number = number;
        this.channel = channel;
        this.out = out;
    }

    LiveChannel channel() {
        return channel;
    }

    /** The slice has accepted. */
    synchronized void opened(LiveSubscription accepted) {
        subscription = accepted;
        out.send("{\"opened\":" + number + "}");
        early.forEach(out::send);
        early.clear();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    void receive(String data) {
        var receiver = subscription;
        if (receiver != null) {
            receiver.receive(data);
        }
    }

    /** Tells the slice that the client is gone; unless the slice closed the channel itself. */
    void leave() {
        LiveSubscription left;
        synchronized (this) {
            left = closed ? null : subscription;
            closed = true;
        }
        if (left != null) {
            left.close();
        }
    }

    @Override
    public synchronized void send(String message) {
        if (!closed) {
            put("{\"on\":" + number + ",\"data\":" + message + "}");
        }
    }

    @Override
    public synchronized void close(String reason) {
        if (!closed) {
            closed = true;
            put(Frame.write(Map.of("closed", number, "reason", reason)));
        }
    }

    private void put(String frame) {
        if (subscription != null) {
            out.send(frame);
        } else if (early.size() < MOST_EARLY) {
            early.add(frame);
        } else {
            out.drop();
        }
    }
}
