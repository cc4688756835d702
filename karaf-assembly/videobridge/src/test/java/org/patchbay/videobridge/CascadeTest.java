package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.JvbStub;
import org.patchbay.testing.media.RecordedTap;
import org.patchbay.testing.media.TestConference;
import org.patchbay.testing.media.TestConference.Member;

/** One conference over two videobridges of three places each. */
@Tag("S1.33")
class CascadeTest {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(3), Duration.ofSeconds(1));
    private static final int PLACES = 3;

    private static final EmbeddedBridge ONE_MEDIA = new EmbeddedBridge(new Settings());
    private static final EmbeddedBridge TWO_MEDIA = new EmbeddedBridge(new Settings());
    private final JvbStub oneStub = stub(ONE_MEDIA, "jvb1");
    private final JvbStub twoStub = stub(TWO_MEDIA, "jvb2");
    private final JvbBridge one = bridge("one", oneStub);
    private final JvbBridge two = bridge("two", twoStub);

    private static JvbStub stub(EmbeddedBridge media, String relayId) {
        try {
            return new JvbStub(media, relayId, LoopbackPeer::new);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JvbBridge bridge(String name, JvbStub stub) {
        var bridge = new JvbBridge(
                name, stub.url(), "", PLACES, new LoopbackTrustedHttp(), TIMING, () -> Optional.of(ONE_MEDIA));
        bridge.start();
        return bridge;
    }

    @BeforeEach
    void up() {
        await().until(() -> one.stats().healthy() && two.stats().healthy());
    }

    @AfterEach
    void close() throws IOException {
        one.close();
        two.close();
        oneStub.close();
        twoStub.close();
        assertThat(oneStub.refusals())
                .as("what no videobridge would take")
                .allMatch(refusal -> refusal.contains(" 404 "));
        assertThat(twoStub.refusals()).allMatch(refusal -> refusal.contains(" 404 "));
    }

    private List<Member> six(TestConference conference) throws Exception {
        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= 2 * PLACES; number++) {
            if (number == PLACES + 1) {
                one.widen(conference.id(), two);
            }
            members.add(conference.join("aaaa000" + number, 1_000L * number));
        }
        conference.awaitConnected(members.toArray(Member[]::new));
        return members;
    }

    private static boolean isRelayTo(String other, String request) {
        return request.contains("\"relays\":[{\"id\":\"" + other + "\",\"create\":true");
    }

    private static void allHearAll(TestConference conference, List<Member> members) {
        int[] before = members.stream()
                .mapToInt(member -> member.peer().received().size())
                .toArray();
        conference.pump(() -> members.forEach(member -> member.peer().sendAudio(member.audio(), 30)), () -> {
            for (int self = 0; self < members.size(); self++) {
                Member listener = members.get(self);
                var fresh = listener.peer().received();
                var heard = fresh.subList(Math.min(before[self], fresh.size()), fresh.size());
                for (Member other : members) {
                    assertThat(other.equals(listener)
                                    || heard.stream().anyMatch(packet -> packet.origin() == other.audio()))
                            .as("%s hears %s", listener.id(), other.id())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void sixHearEachOther() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            List<Member> members = six(conference);
            allHearAll(conference, members);
            assertThat(one.carries(conference.id()) && two.carries(conference.id()))
                    .isTrue();
            await().untilAsserted(() -> {
                assertThat(one.stats().endpoints()).isEqualTo(PLACES);
                assertThat(two.stats().endpoints()).isEqualTo(PLACES);
            });
            Member first = members.get(0);
            Member last = members.get(2 * PLACES - 1);
            conference.pump(() -> last.peer().sendVideo(last.camera(), true), () -> assertThat(
                            first.receivedFrom(last, SourceKind.CAMERA))
                    .hasSizeGreaterThan(5));
            assertThat(conference.events().mapOf(first.id()))
                    .containsValue(first.sourceOf(last, SourceKind.AUDIO))
                    .containsValue(first.sourceOf(last, SourceKind.CAMERA));
        }
        assertThat(oneStub.conferences() + twoStub.conferences()).isZero();
    }

    @Test
    void oneThatDiesTakesItsOwnAlongAlone() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            List<Member> members = six(conference);
            allHearAll(conference, members);
            oneStub.hang();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> conference.events().gone().size() == PLACES);
            assertThat(conference.events().gone().keySet())
                    .containsExactlyInAnyOrder(
                            members.get(0).id(),
                            members.get(1).id(),
                            members.get(2).id());
            assertThat(conference.events().gone().values()).containsOnly(Departure.CONSENT_LOST);
            allHearAll(conference, members.subList(PLACES, 2 * PLACES));
            assertThat(one.carries(conference.id())).isFalse();
            assertThat(two.carries(conference.id())).isTrue();
            oneStub.goOn();
        }
        assertThat(twoStub.conferences()).isZero();
    }

    /** Whoever records hears those on both, and goes on when the one is lost on which it listens. */
    @Test
    void aTapHearsAllAndOutlivesABridge() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            List<Member> members = six(conference);
            allHearAll(conference, members);
            var tap = new RecordedTap();
            two.tap(conference.id(), tap);
            Member first = members.get(0);
            Member last = members.get(2 * PLACES - 1);
            conference.pump(
                    () -> {
                        members.forEach(member -> member.peer().sendAudio(member.audio(), 30));
                        last.peer().sendVideo(last.camera(), true);
                    },
                    () -> {
                        for (Member member : members) {
                            assertThat(tap.heardOf(member.audio())).hasSizeGreaterThan(5);
                        }
                        assertThat(tap.heardOf(last.camera())).hasSizeGreaterThan(5);
                    });
            assertThat(oneStub.listeners()).isEqualTo(1);
            oneStub.hang();
            await().atMost(Duration.ofSeconds(20)).until(() -> twoStub.listeners() == 1);
            int before = tap.heardOf(last.audio()).size();
            conference.pump(() -> last.peer().sendAudio(last.audio(), 30), () -> assertThat(tap.heardOf(last.audio()))
                    .hasSizeGreaterThan(before + 5));
            assertThat(tap.sourcesClosed()).extracting(Source::owner).contains(first.id());
            assertThat(tap.isGone()).isFalse();
            oneStub.goOn();
        }
    }

    /** Media that end are looked for again. */
    @Test
    void aTapThatLosesItsMediaHearsAgain() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            Member alone = conference.join("aaaa0001", 1_000);
            conference.awaitConnected(alone);
            var tap = new RecordedTap();
            one.tap(conference.id(), tap);
            await().until(() -> oneStub.listeners() == 1);
            await().until(() -> one.stats().endpoints() == 1);
            oneStub.dropListeners();
            conference.pump(() -> alone.peer().sendAudio(alone.audio(), 30), () -> assertThat(tap.sourcesOpened())
                    .hasSizeGreaterThan(2));
            int before = tap.heardOf(alone.audio()).size();
            conference.pump(
                    () -> alone.peer().sendAudio(alone.audio(), 30),
                    () -> assertThat(tap.heardOf(alone.audio())).hasSizeGreaterThan(before + 5));
            tap.tap().close();
            assertThat(oneStub.listeners()).isZero();
        }
    }

    /** Both have room: people are on the one that they are added by. */
    @Test
    @Tag("S1.30")
    void whoIsAddedByABridgeIsOnIt() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            Member near = conference.join("aaaa0001", 1_000);
            one.widen(conference.id(), two);
            Member far = conference.joinBy(two, "aaaa0002", 2_000);
            Member alsoNear = conference.join("aaaa0003", 3_000);
            conference.awaitConnected(near, far, alsoNear);
            await().untilAsserted(() -> {
                assertThat(one.stats().endpoints()).isEqualTo(2);
                assertThat(two.stats().endpoints()).isEqualTo(1);
            });
            assertThat(oneStub.requests()).anyMatch(request -> isRelayTo("jvb2", request));
            assertThat(twoStub.requests()).anyMatch(request -> isRelayTo("jvb1", request));
            allHearAll(conference, List.of(near, far, alsoNear));
            conference.pump(
                    () -> far.peer().sendVideo(far.camera(), true),
                    () -> assertThat(near.receivedFrom(far, SourceKind.CAMERA)).hasSizeGreaterThan(5));
            conference.pump(
                    () -> near.peer().sendVideo(near.camera(), true),
                    () -> assertThat(far.receivedFrom(near, SourceKind.CAMERA)).hasSizeGreaterThan(5));
            twoStub.hang();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> conference.events().gone().size() == 1);
            assertThat(conference.events().gone()).containsOnlyKeys(far.id());
            Member again = conference.join("aaaa0004", 4_000);
            conference.awaitConnected(again);
            allHearAll(conference, List.of(near, alsoNear, again));
            twoStub.goOn();
        }
    }

    /** Both are up and do not hear each other. */
    @Test
    void relaysThatCarryNothingAreMadeAnew() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            List<Member> members = six(conference);
            allHearAll(conference, members);
            oneStub.deafenRelays();
            // What was on its way before may be heard by all still; that relays were made anew is seen by the second
            // request.
            conference.pump(
                    () -> members.forEach(member -> member.peer().sendAudio(member.audio(), 30)),
                    () -> assertThat(oneStub.requests().stream().filter(request -> isRelayTo("jvb2", request)))
                            .hasSizeGreaterThan(1));
            allHearAll(conference, members);
            assertThat(conference.events().gone()).isEmpty();
        }
    }

    @Test
    void aBridgeThatNobodyIsOnAnyMoreIsLeft() throws Exception {
        try (var conference = new TestConference(one, LoopbackPeer::new)) {
            List<Member> members = six(conference);
            for (Member member : members.subList(PLACES, 2 * PLACES)) {
                two.expireEndpoint(conference.id(), member.id());
            }
            assertThat(two.carries(conference.id())).isFalse();
            assertThat(twoStub.conferences()).isZero();
            allHearAll(conference, members.subList(0, PLACES));
            one.widen(conference.id(), two);
            Member again = conference.join("aaaa0007", 7_000);
            conference.awaitConnected(again);
            allHearAll(conference, List.of(members.get(0), members.get(1), again));
        }
    }
}
