package org.patchbay.testing.phonemedia;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.RoomSound;

/** A way to a room that sends nothing and keeps what it was offered. Thread-safe. */
public final class FakeRoomSound implements RoomSound {

    private final MediaPort port;
    private final long ssrc;
    private final List<String> offers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    FakeRoomSound(MediaPort port, long ssrc) {
        this.port = port;
        this.ssrc = ssrc;
    }

    /** The phone's side. */
    public MediaPort port() {
        return port;
    }

    /** What it was offered, in order. */
    public List<String> offers() {
        return List.copyOf(offers);
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public String answer(String offer) {
        offers.add(offer);
        String fingerprint = "AB:".repeat(31) + "AB";
        return "v=0\r\na=ice-ufrag:fake\r\na=ice-pwd:fakefakefakefakefakefake\r\na=setup:active\r\na=fingerprint:sha-256 "
                + fingerprint + "\r\n";
    }

    @Override
    public long ssrc() {
        return ssrc;
    }

    @Override
    public boolean flowing() {
        return !offers.isEmpty() && !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
