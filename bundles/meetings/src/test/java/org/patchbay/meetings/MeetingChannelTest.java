package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.spi.live.LiveSubscription;
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
        var guest = Callers.guest(world.acme.id(), meeting.id());
        String with = "{\"meeting\":\"" + meeting.id() + "\"}";
        return node.channel.open(guest, world.acme.id(), with, new RecordedSink());
    }

    @Test
    @Tag("S0.20")
    @Tag("S0.21")
    @Tag("S1.03")
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

    @Test
    void aFailedJoinTakesNoPlace() {
        limit(1);
        Meeting meeting = world.one.start();
        world.one.meetings.end(world.acme.id(), meeting.id(), Callers.administrator(world.acme.id()));

        assertThatThrownBy(() -> join(world.one, meeting)).hasMessageContaining("ended");
        join(world.one, world.one.start());
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
