package org.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.People;
import org.patchbay.api.meetings.Participant;
import org.patchbay.media.forwarding.Patience;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.Bridges;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.room.Actor;
import org.patchbay.meetings.room.RecordedEvents;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.server.ServerAlarm;
import org.patchbay.meetings.server.ServerWatch;
import org.patchbay.meetings.store.InMemoryMediaServerStore;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** Three people talk through a real bridge; it dies, and they go on through another one. */
final class RoomFailoverTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final String MEETING = "018f0000-0000-7000-8000-0000000000aa";
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final EmbeddedBridge one = bridge("one");
    private final EmbeddedBridge two = bridge("two");
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMediaServerStore servers = new InMemoryMediaServerStore();
    private final BridgeDirectory bridges = new BridgeDirectory(List.of(one), servers, cluster.node("one"));
    private final InMemoryMeetingStore meetings = new InMemoryMeetingStore();
    private final RecordedEvents events = new RecordedEvents();
    private final Rooms rooms = new Rooms(
            cluster.node("one"),
            new InMemoryUnitOfWork(),
            meetings,
            new InMemoryRoomStore(),
            events,
            bridges,
            new CaptionerDirectory(),
            10,
            Duration.ofMinutes(15),
            Clock.systemUTC());
    private final ServerWatch watch = new ServerWatch(bridges, rooms, alarm(), servers);
    private final SdpPeer ann = new SdpPeer(rooms, ACME, MEETING, "0000000a", 1000);
    private final SdpPeer bo = new SdpPeer(rooms, ACME, MEETING, "0000000b", 2000);
    private final SdpPeer cy = new SdpPeer(rooms, ACME, MEETING, "0000000c", 3000);

    private static EmbeddedBridge bridge(String name) {
        var patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30));
        return new EmbeddedBridge(name, new TestSettings(0, "127.0.0.1", ""), patience);
    }

    private ServerAlarm alarm() {
        var portals = new InMemoryPortals();
        var nobody = (People) Proxy.newProxyInstance(
                People.class.getClassLoader(),
                new Class<?>[] {People.class},
                (proxy, method, given) -> Page.of(List.of()));
        return new ServerAlarm(
                servers, new InMemoryUnitOfWork(), events, new RecordedMails(), nobody, portals, portals);
    }

    @BeforeEach
    void talk() {
        meetings.add(
                ACME,
                new StoredMeeting(
                        MEETING,
                        "Monday",
                        "hash",
                        "sealed",
                        "Ann",
                        "Ann",
                        Clock.systemUTC().instant(),
                        Optional.empty()));
        ann.join("Ann");
        bo.join("Bo");
        cy.join("Cy");
        await().atMost(Duration.ofSeconds(20)).until(this::allHearAll);
        Bridges.replace(bridges, List.of(one, two));
    }

    @AfterEach
    void close() {
        Stream.of(ann, bo, cy).forEach(SdpPeer::close);
        watch.close();
        rooms.close();
        cluster.close();
        Stream.of(one, two).forEach(EmbeddedBridge::stop);
    }

    private boolean allHearAll() {
        return Stream.of(ann, bo, cy).allMatch(self -> Stream.of(ann, bo, cy)
                .filter(other -> !other.equals(self))
                .allMatch(self::hears));
    }

    private void goOnElsewhere(String how, Runnable blow) {
        rooms.send(ACME, MEETING, new RoomCommand.Act(Actor.of("0000000b"), new RoomAction.Chat("Hello")))
                .join();
        long begin = System.nanoTime();
        blow.run();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Stream.of(ann, bo, cy).allMatch(peer -> peer.connections() == 2) && allHearAll());
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("Failover, %s: all three hear each other again after %d ms%n", how, taken.toMillis());

        assertThat(taken).isLessThan(PROMISED);
        assertThat(two.stats().endpoints()).isEqualTo(3);
        assertThat(two.stats().conferences()).isEqualTo(1);
        assertThat(rooms.send(ACME, MEETING, new RoomCommand.Who()).join())
                .extracting(Participant::id, Participant::host)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("0000000a", true),
                        org.assertj.core.groups.Tuple.tuple("0000000b", false),
                        org.assertj.core.groups.Tuple.tuple("0000000c", false));
        assertThat(events.types()).doesNotContain("meeting.participant.left", "meeting.ended");
        assertThat(ann.heard("{\"removed\"")).isFalse();
    }

    @Test
    @Tag("S1.33")
    void whenTheBridgeDies() {
        goOnElsewhere("the bridge dies", one::stop);
        await().until(() -> events.types().contains("media-server.down"));
    }

    @Test
    @Tag("S1.33")
    void whenTheBridgeIsTakenAway() {
        goOnElsewhere("the bridge is taken away", () -> Bridges.replace(bridges, List.of(two)));
        assertThat(one.stats().conferences())
                .as("it was asked to close the conference")
                .isZero();
    }
}
