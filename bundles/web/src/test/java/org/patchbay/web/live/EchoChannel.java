package org.patchbay.web.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** Sends back what it takes, and does as it is told. */
final class EchoChannel implements LiveChannel {

    final List<String> openings = new CopyOnWriteArrayList<>();
    final List<LiveSink> sinks = new CopyOnWriteArrayList<>();
    final AtomicInteger left = new AtomicInteger();

    private final String name;
    private final Right right;

    EchoChannel(String name, Right right) {
        this.name = name;
        this.right = right;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Right right() {
        return right;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        openings.add(caller.getClass().getSimpleName() + " in " + portal + " with " + with);
        sinks.add(sink);
        if (with.contains("\"unknownArgument\"")) {
            throw Problem.INVALID.at("/unknownArgument", "field.unknown", "is not a field that is known here");
        }
        if (with.contains("\"refuse\"")) {
            throw Problem.CONFLICT.because("echo.refused", "Not now");
        }
        sink.send("{\"early\":true}");
        return new LiveSubscription() {
            @Override
            public void receive(String message) {
                if (message.contains("\"break\"")) {
                    throw new IllegalStateException("the secret reason");
                }
                if (message.contains("\"finish\"")) {
                    sink.close("finished");
                    return;
                }
                sink.send(message);
            }

            private boolean open = true;

            @Override
            public void close() {
                left.addAndGet(open ? 1 : 0);
                open = false;
            }
        };
    }
}
