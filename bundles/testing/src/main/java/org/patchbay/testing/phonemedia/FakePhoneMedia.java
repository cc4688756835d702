package org.patchbay.testing.phonemedia;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaLoad;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;

/** Phone media that sends nothing and tells what would be heard; see {@link FakePort}. Thread-safe. */
public final class FakePhoneMedia implements PhoneMedia {

    /** What a phone offers and answers. */
    public static final String PHONE = "v=0\r\nm=audio 4000 RTP/AVP 8 0\r\na=sendrecv\r\n";

    /** The same, while it holds. */
    public static final String HOLDING = "v=0\r\nm=audio 4000 RTP/AVP 8 0\r\na=sendonly\r\n";

    private final List<FakePort> ports = new CopyOnWriteArrayList<>();
    private final List<FakeMixer> mixers = new CopyOnWriteArrayList<>();
    private final List<FakeRoomSound> rooms = new CopyOnWriteArrayList<>();
    private volatile int most = Integer.MAX_VALUE;

    /** From now on no more ports than so many. */
    public void most(int open) {
        most = open;
    }

    /** The ports that are open, in order of opening. */
    public List<FakePort> open() {
        return ports.stream().filter(port -> !port.closed()).toList();
    }

    /** The port whose description the far end has. */
    public FakePort of(String description) {
        return ports.stream()
                .filter(port -> description.contains("o=" + port.id() + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No port wrote " + description));
    }

    public List<FakeMixer> mixers() {
        return List.copyOf(mixers);
    }

    @Override
    public FakePort open(PortalId portal, PortProfile profile, PortListener listener) {
        if (open().size() >= most) {
            throw Problem.LIMITED.because("No more ports");
        }
        var port = new FakePort("port-" + (ports.size() + 1), profile, listener);
        ports.add(port);
        return port;
    }

    /** The ways to rooms that were opened, in order. */
    public List<FakeRoomSound> rooms() {
        return List.copyOf(rooms);
    }

    @Override
    public FakeRoomSound room(MediaPort port) {
        var room = new FakeRoomSound(port, rooms.size() + 1L);
        rooms.add(room);
        return room;
    }

    @Override
    public Mixer mixer(PortalId portal) {
        var mixer = new FakeMixer();
        mixers.add(mixer);
        return mixer;
    }

    @Override
    public MediaLoad load() {
        return new MediaLoad(open().size(), most, 0, 0, 0);
    }
}
