package org.patchbay.testing.phonemedia;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.Mixer;

/** A conference of fake ports. Thread-safe. */
public final class FakeMixer implements Mixer {

    private final Map<FakePort, Ear> inside = new LinkedHashMap<>();
    private boolean closed;

    @Override
    public synchronized void join(MediaPort port, Ear ear) {
        if (closed) {
            throw new AssertionError("The mixer is closed");
        }
        var fake = (FakePort) port;
        fake.enter(this);
        inside.put(fake, ear);
    }

    @Override
    public synchronized void change(MediaPort port, Ear ear) {
        inside.computeIfPresent((FakePort) port, (one, before) -> ear);
    }

    @Override
    public synchronized void close() {
        closed = true;
        inside.keySet().forEach(FakePort::left);
        inside.clear();
    }

    synchronized void leave(FakePort port) {
        inside.remove(port);
    }

    public synchronized boolean closed() {
        return closed;
    }

    /** Who is in and what they may do. */
    public synchronized Map<FakePort, Ear> inside() {
        return Map.copyOf(inside);
    }

    /** Whether one hears another. */
    public synchronized boolean hears(FakePort who, FakePort whom) {
        Ear mouth = inside.get(whom);
        Ear ear = inside.get(who);
        if (ear == null || mouth == null || who.equals(whom)) {
            return false;
        }
        return switch (mouth) {
            case SPEAKS, COACHED -> true;
            case LISTENS -> false;
            case WHISPERS -> ear == Ear.COACHED;
        };
    }
}
