package org.patchbay.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;
import org.patchbay.testing.media.MediaPeer;

/**
 * Somebody in a meeting as a browser would be: answers each offer that the room sends with a connection of its own, and speaks
 * all the time.
 */
final class SdpPeer implements AutoCloseable {

    private static final int FRAME_MILLISECONDS = 20;
    private static final int LEVEL = 30;

    private final Rooms rooms;
    private final PortalId portal;
    private final String meeting;
    private final String participant;
    private final long ssrc;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<MediaPeer> connections = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor();
    private final Registration mailbox;

    SdpPeer(Rooms rooms, PortalId portal, String meeting, String participant, long ssrc) {
        this.rooms = rooms;
        this.portal = portal;
        this.meeting = meeting;
        this.participant = participant;
        this.ssrc = ssrc;
        this.mailbox = rooms.post(meeting).hear(participant, this::hear);
        var unused = work.scheduleAtFixedRate(this::speak, 0, FRAME_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    void join(String person) {
        tell(new RoomCommand.Join(
                participant, person, Optional.of(person), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void hear(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        heard.add(text);
        if (text.startsWith("{\"offer\"")) {
            work.execute(() -> connect(text.replace("\\r\\n", "\n")));
        }
    }

    private void connect(String offer) {
        var peer = new LoopbackPeer();
        RemoteTransport answer = peer.answer(transport(offer.lines().toList()));
        connections.add(peer);
        tell(new RoomCommand.Answer(participant, sdp(answer)));
        tell(new RoomCommand.Send(
                participant,
                List.of(new RoomCommand.SentTrack("0", "audio", ssrc, Optional.empty(), Optional.empty()))));
    }

    private static Transport transport(List<String> offer) {
        return new Transport(
                value(offer, "a=ice-ufrag:"),
                value(offer, "a=ice-pwd:"),
                new Fingerprint(value(offer, "a=fingerprint:").split(" ")[1]),
                offer.stream()
                        .filter(line -> line.startsWith("a=candidate:"))
                        .map(Candidate::parse)
                        .toList());
    }

    private static String value(List<String> lines, String attribute) {
        return lines.stream()
                .filter(line -> line.startsWith(attribute))
                .findFirst()
                .orElseThrow()
                .substring(attribute.length());
    }

    private static String sdp(RemoteTransport answer) {
        return String.join(
                "\r\n",
                "v=0",
                "a=setup:active",
                "a=ice-ufrag:" + answer.ufrag(),
                "a=ice-pwd:" + answer.pwd(),
                "a=fingerprint:" + Fingerprint.HASH + " " + answer.fingerprint().value());
    }

    private void tell(RoomCommand command) {
        rooms.send(portal, meeting, command).join();
    }

    private void speak() {
        connections.stream().filter(MediaPeer::isConnected).forEach(peer -> peer.sendAudio(ssrc, LEVEL));
    }

    /** How many offers came. */
    long offers() {
        return heard.stream().filter(text -> text.startsWith("{\"offer\"")).count();
    }

    boolean heard(String beginning) {
        return heard.stream().anyMatch(text -> text.startsWith(beginning));
    }

    /** Whether the latest connection carries the other's voice. */
    boolean hears(SdpPeer other) {
        return !connections.isEmpty()
                && connections.get(connections.size() - 1).received().stream()
                        .anyMatch(packet -> packet.origin() == other.ssrc);
    }

    /** How many connections were made. */
    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        mailbox.close();
        work.shutdownNow();
        connections.forEach(MediaPeer::leave);
    }
}
