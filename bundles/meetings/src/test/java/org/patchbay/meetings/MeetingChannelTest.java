package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.meetings.room.RecordingBridge;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;
import org.patchbay.testing.Patience;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.live.RecordedSink;

class MeetingChannelTest {

    private static final int LIMIT = 50;

    private final MeetingWorld world = new MeetingWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void limit(int participants) {
        world.portals.change(world.acme.id(), draft -> with(draft, Optional.empty(), Optional.of(participants)));
    }

    private static PortalDraft with(PortalDraft draft, Optional<LocalDate> expires, Optional<Integer> limit) {
        return new PortalDraft(
                draft.name(),
                draft.host(),
                draft.language(),
                draft.zone(),
                draft.accent(),
                draft.webInterface(),
                expires,
                limit,
                draft.profiles(),
                draft.features(),
                draft.support(),
                draft.meetingDefaults());
    }

    private LiveSubscription join(MeetingWorld.Node node, Meeting meeting) {
        return join(node, meeting, new RecordedSink());
    }

    private LiveSubscription join(MeetingWorld.Node node, Meeting meeting, LiveSink sink) {
        var guest = Callers.guest(world.acme.id(), meeting.id());
        String with = "{\"meeting\":\"" + meeting.id() + "\"}";
        return node.channel.open(guest, world.acme.id(), with, sink);
    }

    @Test
    @Tag("S0.20")
    @Tag("S0.21")
    @Tag("S1.03")
    @Tag("X.07")
    void ofTwoHundredWhoJoinAtOnceExactlyTheLimitGetsIn() throws Exception {
        limit(LIMIT);
        MeetingWorld.Node two = world.node("two");
        List<Meeting> meetings = List.of(world.one.start(), world.one.start(), two.start(), two.start());
        ExecutorService crowd = Executors.newFixedThreadPool(200);
        var start = new CountDownLatch(1);
        List<Future<LiveSubscription>> joins = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            MeetingWorld.Node node = i % 2 == 0 ? world.one : two;
            Meeting meeting = meetings.get(i / 2 % 4);
            joins.add(crowd.submit(() -> {
                start.await();
                return join(node, meeting);
            }));
        }
        start.countDown();

        List<LiveSubscription> in = new ArrayList<>();
        int refused = 0;
        for (Future<LiveSubscription> join : joins) {
            try {
                in.add(join.get());
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e.getCause()).isInstanceOfSatisfying(PatchbayException.class, problem -> {
                    assertThat(problem.problem()).isEqualTo(Problem.LIMITED);
                    assertThat(problem.code()).isEqualTo("portal.full");
                    assertThat(String.valueOf(problem.params().get("limit"))).isEqualTo("50");
                });
                refused++;
            }
        }
        crowd.shutdown();
        assertThat(in).hasSize(LIMIT);
        assertThat(refused).isEqualTo(150);

        in.get(0).close();
        join(two, meetings.get(3));
        assertThatThrownBy(() -> join(world.one, meetings.get(0))).hasMessageContaining("As many people");
        two.close();
    }

    /** The address is that of the request that opened the live channel. */
    @Test
    @Tag("S1.30")
    void whoComesIsOnAServerNearTheirAddress() {
        var near = new RecordingBridge("near").stands("Madrid", "192.0.2.0/24");
        var far = new RecordingBridge("far").stands("Berlin", "198.51.100.0/24");
        near.load(0.9);
        Bridges.replace(world.one.bridges, List.of(far, near));
        Meeting meeting = world.one.start();
        join(world.one, meeting);
        assertThat(near.stats().endpoints()).isEqualTo(1);
        assertThat(far.stats().endpoints()).isZero();
    }

    @Test
    void whoGotNoAnswerInTimeTakesNoSeatLater() {
        Meeting meeting = world.one.start();
        var answers = new CountDownLatch(1);
        world.bridge.stalls(answers);
        assertThatThrownBy(() -> join(world.one, meeting)).hasMessageContaining("does not answer");

        answers.countDown();

        assertThat(world.one.meetings.find(world.acme.id(), meeting.id()))
                .hasValueSatisfying(found -> assertThat(found.participants()).isEmpty());
    }

    @Test
    @Tag("S0.21")
    void whoWaitsTakesNoPlaceWhateverTheyAsk() {
        limit(1);
        MeetingDraft draft = MeetingDraft.titled("Monday");
        Meeting meeting = world.one.meetings.start(
                world.acme.id(),
                new MeetingDraft(
                        draft.title(),
                        draft.video(),
                        draft.sharing(),
                        draft.pin(),
                        Optional.of(Lobby.EVERYBODY),
                        draft.screens()),
                Callers.user(world.acme.id()));
        LiveSubscription waits = join(world.one, meeting);
        assertThatThrownBy(() -> waits.receive("{\"act\":{\"do\":\"enter\"}}"))
                .hasMessageContaining("A host has to let you in");
        join(world.one, world.one.start());
        assertThatThrownBy(() -> waits.receive("{\"act\":{\"do\":\"enter\"}}")).hasMessageContaining("As many people");
    }

    @Test
    void aFailedJoinTakesNoPlace() {
        limit(1);
        Meeting meeting = world.one.start();
        world.one.meetings.end(world.acme.id(), meeting.id(), Callers.administrator(world.acme.id()));

        assertThatThrownBy(() -> join(world.one, meeting)).hasMessageContaining("ended");
        join(world.one, world.one.start());
    }

    @Test
    @Tag("S0.21")
    void thePlacesOfAnEndedMeetingAreFree() throws Exception {
        limit(2);
        Meeting meeting = world.one.start();
        var sinks = List.of(new EndedSink(), new EndedSink());
        sinks.forEach(sink -> join(world.one, meeting, sink));

        world.one.meetings.end(world.acme.id(), meeting.id(), Callers.administrator(world.acme.id()));
        for (EndedSink sink : sinks) {
            assertThat(sink.ended.get(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("ended");
        }
        Meeting next = world.one.start();
        join(world.one, next);
        join(world.one, next);
    }

    @Test
    @Tag("S0.21")
    void thePlaceOfARemovedParticipantIsFree() throws Exception {
        limit(1);
        Caller.Member host = Callers.user(world.acme.id());
        Meeting meeting = world.one.meetings.start(world.acme.id(), MeetingDraft.titled("Monday"), host);
        var sink = new EndedSink();
        join(world.one, meeting, sink);

        String participant = sink.joined.get(Patience.SECONDS, TimeUnit.SECONDS);
        world.one.meetings.remove(world.acme.id(), meeting.id(), participant, host);
        assertThat(sink.ended.get(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("removed");
        join(world.one, meeting);
    }

    /** Tells as whom its client joined, and why the channel was closed. */
    private static final class EndedSink implements LiveSink {

        private static final Pattern JOINED = Pattern.compile("\\{\"joined\":\\{\"participant\":\"([^\"]+)\".*");

        final CompletableFuture<String> joined = new CompletableFuture<>();
        final CompletableFuture<String> ended = new CompletableFuture<>();

        @Override
        public void send(String message) {
            Matcher matcher = JOINED.matcher(message);
            if (matcher.matches()) {
                joined.complete(matcher.group(1));
            }
        }

        @Override
        public void close(String reason) {
            ended.complete(reason);
        }
    }

    @Test
    @Tag("S0.19")
    void nobodyJoinsInAnExpiredPortal() {
        Meeting meeting = world.one.start();
        world.portals.change(
                world.acme.id(), draft -> with(draft, Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty()));

        assertThatThrownBy(() -> join(world.one, meeting))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("portal.expired"));
    }
}
