package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.RecorderDirectory;
import org.patchbay.meetings.store.InMemoryMediaServerStore;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.Quality;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.meetings.InMemoryCaptioner;
import org.patchbay.testing.meetings.InMemoryRecorder;

/** A meeting of Ann, whose it is, Bo, a guest, and Cy, a member, with stores in memory and a bridge without media. */
final class RoomWorld implements AutoCloseable {

    static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final String MEETING = "018f0000-0000-7000-8000-0000000000aa";
    static final String ANN = "0000000a";
    static final String BO = "0000000b";
    static final String CY = "0000000c";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    final InMemoryRoomStore roomStore = new InMemoryRoomStore();
    final RecordedEvents events = new RecordedEvents();
    final RecordingBridge bridge = new RecordingBridge("one");
    final RecordingBridge spare = new RecordingBridge("two");
    final InMemoryMediaServerStore servers = new InMemoryMediaServerStore();
    final BridgeDirectory bridges = new BridgeDirectory(List.of(bridge), servers, cluster.node("one"));
    final MovableClock clock = new MovableClock(NOW);
    final InMemoryCaptioner captioner = new InMemoryCaptioner();
    final InMemoryRecorder recorder = new InMemoryRecorder();
    private volatile boolean away;
    private final List<Rooms> nodes = new ArrayList<>();
    private final Map<String, List<String>> heard = new HashMap<>();
    Rooms rooms = rooms("one");

    Rooms rooms(String node) {
        var made = new Rooms(
                cluster.node(node),
                new AwayUnitOfWork(() -> away),
                store,
                roomStore,
                new AwayEvents(events, () -> away),
                bridges,
                new CaptionerDirectory(List.of(captioner)),
                new RecorderDirectory(List.of(recorder)),
                10,
                Duration.ofMinutes(15),
                clock);
        nodes.add(made);
        return made;
    }

    /** From now on the database cannot be reached, or can again. */
    void away(boolean now) {
        away = now;
        servers.away(now);
    }

    RoomWorld() {
        for (String participant : List.of(ANN, BO, CY)) {
            List<String> messages = new CopyOnWriteArrayList<>();
            heard.put(participant, messages);
            rooms.post(MEETING).hear(participant, text -> messages.add(new String(text, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() {
        nodes.forEach(Rooms::close);
        cluster.close();
    }

    void meeting(Lobby lobby, ScreenSharing screens) {
        meeting(MEETING, lobby, screens);
    }

    private void meeting(String id, Lobby lobby, ScreenSharing screens) {
        store.add(
                ACME,
                new StoredMeeting(
                        id,
                        "Monday",
                        "hash",
                        "sealed",
                        "p1",
                        "Ann",
                        "standard",
                        "standard",
                        Optional.empty(),
                        lobby,
                        screens,
                        NOW,
                        Optional.empty()));
    }

    /** Another meeting, which somebody comes to on the same bridges. */
    void elsewhere(String meeting, String participant) {
        meeting(meeting, Lobby.OFF, ScreenSharing.EVERYBODY);
        rooms.send(
                        ACME,
                        meeting,
                        new RoomCommand.Join(
                                participant,
                                "Dee",
                                Optional.of("p1"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .join();
    }

    List<Participant> tell(RoomCommand command) {
        return rooms.send(ACME, MEETING, command).join();
    }

    List<Participant> join(String participant, String name, Optional<String> person) {
        return tell(new RoomCommand.Join(
                participant,
                name,
                person,
                Optional.empty(),
                Optional.empty(),
                person.isPresent() ? Optional.empty() : Optional.of("visit of " + name)));
    }

    void ann() {
        join(ANN, "Ann", Optional.of("p1"));
    }

    void bo() {
        join(BO, "Bo", Optional.empty());
    }

    void cy() {
        join(CY, "Cy", Optional.of("p3"));
    }

    void act(String participant, RoomAction action) {
        action.check();
        tell(new RoomCommand.Act(Actor.of(participant), action));
    }

    List<String> heardBy(String participant) {
        return heard.getOrDefault(participant, List.of());
    }

    void hears(String participant, String... parts) {
        await().untilAsserted(() -> assertThat(heardBy(participant))
                .anySatisfy(text -> assertThat(text).contains(parts)));
    }

    void refused(ThrowingCallable call, String code) {
        Throwable thrown = catchThrowable(call);
        Throwable problem = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        assertThat(problem).isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(
                        refusal.errors().isEmpty()
                                ? refusal.code()
                                : refusal.errors().get(0).code())
                .isEqualTo(code));
    }

    Map<String, Quality> qualities() {
        return store.qualities(ACME, MEETING);
    }

    /** What the report calls those who were in. */
    List<String> stays() {
        return store.stays(ACME, MEETING).stream().map(Stay::name).toList();
    }

    List<String> names() {
        return tell(new RoomCommand.Who()).stream().map(Participant::name).toList();
    }

    List<SourceKind> sent(String participant) {
        return bridge.sources.getOrDefault(new EndpointId(participant), List.of()).stream()
                .map(Source::kind)
                .toList();
    }

    void sends(String participant) {
        tell(new RoomCommand.Send(
                participant,
                List.of(
                        new RoomCommand.SentTrack("0", "audio", 10, Optional.empty()),
                        new RoomCommand.SentTrack("1", "camera", 11, Optional.of(12L)),
                        new RoomCommand.SentTrack("2", "screen", 13, Optional.of(14L)),
                        new RoomCommand.SentTrack("3", "screen-audio", 15, Optional.empty()))));
    }
}
