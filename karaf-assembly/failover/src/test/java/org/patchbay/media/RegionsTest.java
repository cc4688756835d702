package org.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.forwarding.Patience;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.RecorderDirectory;
import org.patchbay.meetings.room.RecordedEvents;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.store.InMemoryMediaServerStore;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.JvbStub;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/** A meeting over videobridges of two regions: each person is on one near, and all hear each other. */
@Tag("S1.30")
final class RegionsTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final String MEETING = "018f0000-0000-7000-8000-0000000000aa";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(3));

    private final EmbeddedBridge berlinMedia = media("berlin-media");
    private final EmbeddedBridge madridMedia = media("madrid-media");
    private final JvbStub berlinStub = stub(berlinMedia, "jvb1");
    private final JvbStub madridStub = stub(madridMedia, "jvb2");
    private final JvbBridge berlin = bridge("berlin", berlinStub, "10.1.0.0/16");
    private final JvbBridge madrid = bridge("madrid", madridStub, "10.2.0.0/16", "2001:db8::/32");
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMeetingStore meetings = new InMemoryMeetingStore();
    private final InMemoryMediaServerStore servers = new InMemoryMediaServerStore();
    private final Rooms rooms = new Rooms(
            cluster.node("one"),
            new InMemoryUnitOfWork(),
            meetings,
            new InMemoryRoomStore(),
            new RecordedEvents(),
            new BridgeDirectory(List.of(berlin, madrid), servers, cluster.node("one")),
            new CaptionerDirectory(),
            new RecorderDirectory(),
            10,
            Duration.ofMinutes(15),
            Clock.systemUTC());
    private final SdpPeer ann = new SdpPeer(rooms, ACME, MEETING, "0000000a", 1000);
    private final SdpPeer bo = new SdpPeer(rooms, ACME, MEETING, "0000000b", 2000);
    private final SdpPeer cy = new SdpPeer(rooms, ACME, MEETING, "0000000c", 3000);

    private static EmbeddedBridge media(String name) {
        var patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30));
        return new EmbeddedBridge(name, new TestSettings(0, "127.0.0.1", ""), patience);
    }

    private static JvbStub stub(EmbeddedBridge media, String relayId) {
        try {
            return new JvbStub(media, relayId, LoopbackPeer::new);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JvbBridge bridge(String region, JvbStub stub, String... networks) {
        var bridge = new JvbBridge(region, stub.url(), region, 0, new LoopbackTrustedHttp(), TIMING, Optional::empty);
        bridge.serves(Stream.of(networks).map(Network::of).toList());
        bridge.start();
        return bridge;
    }

    @BeforeEach
    void up() {
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
        await().atMost(PATIENCE)
                .until(() -> berlin.stats().healthy() && madrid.stats().healthy());
    }

    @AfterEach
    void close() throws IOException {
        Stream.of(ann, bo, cy).forEach(SdpPeer::close);
        rooms.close();
        cluster.close();
        berlin.close();
        madrid.close();
        berlinStub.close();
        madridStub.close();
        Stream.of(berlinMedia, madridMedia).forEach(EmbeddedBridge::stop);
        assertThat(Stream.of(berlinStub, madridStub).flatMap(stub -> stub.refusals().stream()))
                .as("what no videobridge would take")
                .allMatch(refusal -> refusal.contains(" 404 "));
    }

    private void allHearAll(SdpPeer... people) {
        await().atMost(PATIENCE).until(() -> Stream.of(people)
                .allMatch(self ->
                        Stream.of(people).filter(other -> !other.equals(self)).allMatch(self::hears)));
    }

    private void areOn(int inBerlin, int inMadrid) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        List.of(berlin.stats().endpoints(), madrid.stats().endpoints()))
                .containsExactly(inBerlin, inMadrid));
    }

    private static boolean hasRelayTo(String other, JvbStub stub) {
        return stub.requests().stream()
                .anyMatch(request -> request.contains("\"relays\":[{\"id\":\"" + other + "\",\"create\":true"));
    }

    @Test
    void peopleOfTwoNetworksAreOnTwoServersThatAreLinkedBothWays() {
        ann.join("Ann", "10.1.7.7");
        bo.join("Bo", "2001:db8:7::7");
        cy.join("Cy", "192.0.2.7");
        allHearAll(ann, bo, cy);
        areOn(2, 1);
        assertThat(hasRelayTo("jvb2", berlinStub)).isTrue();
        assertThat(hasRelayTo("jvb1", madridStub)).isTrue();
    }

    @Test
    @Tag("S1.33")
    void whoseServerDiesGoesOnWithTheOthers() {
        ann.join("Ann", "10.1.7.7");
        bo.join("Bo", "10.2.7.7");
        allHearAll(ann, bo);
        areOn(1, 1);
        madridStub.hang();
        await().atMost(PATIENCE).until(() -> bo.connections() == 2);
        allHearAll(ann, bo);
        cy.join("Cy", "10.2.7.8");
        allHearAll(ann, bo, cy);
        areOn(3, 0);
        madridStub.goOn();
    }

    @Test
    @Tag("S1.32")
    void aPortalThatChoseAServerIsThereAlone() {
        servers.choose(ACME, new ServerChoice(Optional.of("madrid"), ServerChoice.WhenDown.FALLBACK));
        ann.join("Ann", "10.1.7.7");
        bo.join("Bo", "10.2.7.7");
        allHearAll(ann, bo);
        areOn(0, 2);
        assertThat(berlinStub.conferences()).isZero();
    }
}
