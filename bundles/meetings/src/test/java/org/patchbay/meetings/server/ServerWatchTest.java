package org.patchbay.meetings.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.Bridges;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.RecorderDirectory;
import org.patchbay.meetings.room.RecordedEvents;
import org.patchbay.meetings.room.RecordingBridge;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.InMemoryMediaServerStore;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** Looking after media servers: rooms move, and whoever runs the server is told once. */
final class ServerWatchTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final String MEETING = "018f0000-0000-7000-8000-0000000000aa";
    private static final int LOOK = 20;

    private final RecordingBridge berlin = new RecordingBridge("berlin");
    private final RecordingBridge madrid = new RecordingBridge("madrid");
    private final InMemoryMediaServerStore store = new InMemoryMediaServerStore();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final BridgeDirectory bridges = new BridgeDirectory(List.of(berlin, madrid), store, cluster.node("one"));
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final RecordedEvents events = new RecordedEvents();
    private final RecordedMails mails = new RecordedMails();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemoryMeetingStore meetings = new InMemoryMeetingStore();
    private final Rooms rooms = new Rooms(
            cluster.node("one"),
            new InMemoryUnitOfWork(),
            meetings,
            new InMemoryRoomStore(),
            events,
            bridges,
            new CaptionerDirectory(),
            new RecorderDirectory(),
            10,
            Duration.ofMinutes(15),
            clock);
    private final MediaServers servers =
            new MediaServers(bridges, store, new InMemoryUnitOfWork(), events, audit, cluster.node("one"));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerWatch one = watch();

    private ServerWatch watch() {
        var portals = new InMemoryPortals();
        var alarm = new ServerAlarm(
                store, new InMemoryUnitOfWork(), events, mails, RootPeople.of(clock), portals, portals, clock);
        return new ServerWatch(bridges, rooms, alarm, store, LOOK);
    }

    @BeforeEach
    void meet() {
        madrid.load(0.5);
        meetings.add(
                ACME,
                new StoredMeeting(MEETING, "Monday", "hash", "sealed", "p1", "Ann", clock.instant(), Optional.empty()));
        rooms.post(MEETING).hear("0000000a", text -> heard.add(new String(text, StandardCharsets.UTF_8)));
        join();
    }

    private void join() {
        rooms.send(
                        ACME,
                        MEETING,
                        new RoomCommand.Join(
                                "0000000a",
                                "Ann",
                                Optional.of("p1"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .join();
    }

    @AfterEach
    void close() {
        one.close();
        rooms.close();
        cluster.close();
    }

    private long offers() {
        return heard.stream().filter(text -> text.startsWith("{\"offer\"")).count();
    }

    private void awaitEvents(String... types) {
        await().untilAsserted(() -> assertThat(events.types())
                .filteredOn(type -> type.startsWith("media-server.") && !type.equals("media-server.load"))
                .containsExactly(types));
    }

    private MediaServers.MediaServer view(String server) {
        return servers.list().stream()
                .filter(one -> one.name().equals(server))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("S1.33")
    void whatIsOnAServerThatGoesDownMovesAndRootIsToldOnce() {
        await().until(() -> store.notes().isEmpty() && berlin.stats().conferences() == 1);
        berlin.goDown();

        await().until(() -> offers() == 2);
        assertThat(madrid.stats().endpoints()).isEqualTo(1);
        awaitEvents("media-server.down");
        assertThat(events.last("media-server.down").portal()).isEqualTo(PortalId.ROOT);
        assertThat(events.last("media-server.down").data())
                .isEqualTo("{\"server\":\"berlin\",\"region\":\"Frankfurt\",\"detail\":\"Killed\"}");
        assertThat(mails.sent()).hasSize(1);
        assertThat(mails.last("rita@example.org").language()).isEqualTo("de");
        assertThat(view("berlin").downSince()).contains(clock.instant());

        clock.pass(Duration.ofSeconds(90));
        berlin.comeUp();
        awaitEvents("media-server.down", "media-server.up");
        assertThat(events.last("media-server.up").data()).isEqualTo("{\"server\":\"berlin\",\"seconds\":90}");
        assertThat(view("berlin").downSince()).isEmpty();
    }

    @Test
    void severalNodesAndRestartsSayItOnceAndMailsAreRare() {
        await().until(() -> berlin.stats().conferences() == 1);
        var two = watch();
        berlin.goDown();
        awaitEvents("media-server.down");
        var three = watch();
        two.close();
        madrid.goDown();
        awaitEvents("media-server.down", "media-server.down");
        assertThat(mails.sent()).hasSize(2);

        berlin.comeUp();
        madrid.comeUp();
        awaitEvents("media-server.down", "media-server.down", "media-server.up", "media-server.up");
        berlin.goDown();
        await().until(() ->
                events.types().stream().filter("media-server.down"::equals).count() == 3);
        assertThat(mails.sent()).as("within the hour").hasSize(2);

        berlin.comeUp();
        await().until(() -> view("berlin").downSince().isEmpty());
        clock.pass(ServerAlarm.PAUSE);
        berlin.goDown();
        await().until(() -> mails.sent().size() == 3);
        three.close();
    }

    @Test
    @Tag("S1.33")
    void whatIsOnAServerThatIsTakenAwayMoves() {
        await().until(() -> berlin.stats().conferences() == 1);
        await().until(() -> view("berlin").state() == org.patchbay.spi.media.BridgeState.UP);
        awaitLook();
        Bridges.replace(bridges, List.of(madrid));

        await().until(() -> offers() == 2);
        assertThat(madrid.stats().endpoints()).isEqualTo(1);
        assertThat(events.types()).doesNotContain("media-server.down");
    }

    /** Until the watch has seen both servers: a server that is emptied and empty is said to be so. */
    private void awaitLook() {
        servers.drain("madrid", true, Callers.root());
        await().until(() -> events.types().contains("media-server.drained"));
        servers.drain("madrid", false, Callers.root());
    }

    @Test
    void whoWatchesHearsHowFullAServerIs() {
        await().until(() -> loadOf("madrid").contains("\"load\":50,\"conferences\":0"));
        madrid.load(0.75);
        await().until(() -> loadOf("madrid").contains("\"load\":75"));
        assertThat(events.types().stream().filter("media-server.load"::equals).count())
                .as("two servers, one of which changed")
                .isEqualTo(3);
    }

    private String loadOf(String server) {
        return events.all().stream()
                .filter(event -> event.type().equals("media-server.load")
                        && event.subject().equals(server))
                .map(Event::data)
                .reduce("", (earlier, later) -> later);
    }

    @Test
    void roomsMoveAlsoWhileTheDatabaseIsAway() {
        awaitLook();
        store.away(true);
        berlin.goDown();
        await().until(() -> offers() == 2);
        assertThat(events.types()).doesNotContain("media-server.down");

        store.away(false);
        await().until(() -> events.types().contains("media-server.down"));
    }

    @Test
    @Tag("S1.33")
    void whoFoundNoPlaceGetsOneWhenAServerIsNoLongerFull() {
        awaitLook();
        madrid.places(0);
        berlin.goDown();
        awaitEvents("media-server.draining", "media-server.drained", "media-server.undrained", "media-server.down");
        assertThat(offers()).isEqualTo(1);

        madrid.places(1);
        await().until(() -> offers() == 2);
        assertThat(madrid.stats().endpoints()).isEqualTo(1);
    }

    @Test
    @Tag("S1.33")
    void whoFoundNoPlaceGetsOneWhenAServerIsNoLongerEmptied() {
        servers.drain("madrid", true, Callers.root());
        await().until(() -> events.types().contains("media-server.drained"));
        berlin.goDown();
        await().until(() -> events.types().contains("media-server.down"));
        assertThat(offers()).isEqualTo(1);

        servers.drain("madrid", false, Callers.root());
        await().until(() -> offers() == 2);
        assertThat(madrid.stats().endpoints()).isEqualTo(1);
    }

    @Test
    void aServerIsEmptiedWhileItsMeetingsGoOn() {
        var draining = servers.drain("berlin", true, Callers.root());
        assertThat(draining.draining()).isTrue();
        assertThat(draining.drained()).isFalse();
        servers.drain("berlin", true, Callers.root());
        awaitEvents("media-server.draining");
        assertThat(offers()).isEqualTo(1);
        assertThat(berlin.stats().conferences()).isEqualTo(1);
        assertThat(bridges.choose(ACME, java.util.Set.of()).name()).isEqualTo("madrid");

        rooms.send(ACME, MEETING, new RoomCommand.End()).join();
        awaitEvents("media-server.draining", "media-server.drained");
        assertThat(view("berlin").drained()).isTrue();

        servers.drain("berlin", false, Callers.root());
        awaitEvents("media-server.draining", "media-server.drained", "media-server.undrained");
        assertThat(audit.actions(PortalId.ROOT)).containsExactly("media-server.draining", "media-server.undrained");
        assertThat(bridges.choose(ACME, java.util.Set.of()).name()).isEqualTo("berlin");
    }
}
