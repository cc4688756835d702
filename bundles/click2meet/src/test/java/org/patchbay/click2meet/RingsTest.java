package org.patchbay.click2meet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.spi.live.LiveSubscription;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.live.RecordedSink;

@Tag("S1.40")
@Tag("S3.10a")
final class RingsTest {

    private World world = new World();
    private final RecordedSink pages = new RecordedSink();

    @BeforeEach
    void annaHasALink() {
        world.one.links.change(world.acme, world.anna.person(), "anna", true, world.anna);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private LiveSubscription annaIsThere() {
        return world.one.queue.open(world.anna, world.acme, "{}", pages);
    }

    /** A visitor, with what they hear. */
    private final class Visitor {

        final RecordedSink sink = new RecordedSink();
        final String ring;
        final Caller caller;
        LiveSubscription waits;

        Visitor(World.Node node, String name, Optional<String> about, Caller from) {
            RingService.Booked booked = node.rings.book(world.acme, "anna", name, about, from);
            ring = booked.ring().id();
            caller = booked.session().map(session -> session.caller()).orElse(from);
            waits = wait(node);
        }

        LiveSubscription wait(World.Node node) {
            return node.ringing.open(caller, world.acme, "{\"meeting\":\"" + ring + "\"}", sink);
        }

        void hears(String... parts) {
            hear(sink, parts);
        }
    }

    private static void hear(RecordedSink sink, String... parts) {
        await().untilAsserted(() -> assertThat(sink.messages()).last().satisfies(text -> assertThat(text)
                .contains(parts)));
    }

    private Visitor visitor(String name) {
        return new Visitor(world.one, name, Optional.empty(), Callers.nobody(world.acme));
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private List<String> happened() {
        return world.events.published().stream()
                .map(Event::type)
                .filter(type -> !type.equals("click2meet.link-changed"))
                .toList();
    }

    @Test
    void aVisitorRingsAndBothMeet() {
        annaIsThere();
        var grace = new Visitor(world.one, " Grace ", Optional.of("The offer"), Callers.nobody(world.acme));
        hear(pages, "\"name\":\"Grace\"", "\"about\":\"The offer\"", "\"id\":\"" + grace.ring + "\"");
        grace.hears("\"waiting\":", "\"ahead\":0");

        Meeting meeting = world.one.rings.answer(world.acme, grace.ring, world.anna);
        grace.hears("{\"answered\":{", "\"meeting\":\"" + meeting.id() + "\"", "\"code\":\"code 1\"");
        hear(pages, "{\"rings\":[]}");
        assertThat(world.started.get(0).title()).isEqualTo("Grace");
        assertThat(world.started.get(0).lobby()).contains(Lobby.OFF);
        grace.waits.close();
        assertThat(happened()).containsExactly("click2meet.rang", "click2meet.answered");
        assertThat(world.events.published("click2meet.answered").get(0).subject())
                .isEqualTo(world.anna.person().value());
    }

    @Test
    void theVisitorHearsWhyThereIsNoTime() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        world.one.rings.decline(world.acme, grace.ring, Optional.of(" At four "), world.anna);
        grace.hears("{\"declined\":{\"message\":\"At four\"}}");
        hear(pages, "{\"rings\":[]}");
        refused(() -> world.one.rings.answer(world.acme, grace.ring, world.anna), "click2meet.over");
        grace.waits.close();
        // Who looks again learns the same and rings no more.
        var later = grace.wait(world.one);
        grace.hears("{\"declined\":{\"message\":\"At four\"}}");
        later.close();
        assertThat(happened()).containsExactly("click2meet.rang", "click2meet.declined");
    }

    @Test
    void nobodyAnswersInTime() {
        world.close();
        world = new World(1);
        annaHasALink();
        annaIsThere();
        Visitor grace = visitor("Grace");
        grace.hears("{\"missed\":{}}");
        hear(pages, "{\"rings\":[]}");
        assertThat(happened()).containsExactly("click2meet.rang", "click2meet.missed");
        assertThat(world.events.published("click2meet.missed").get(0).data()).contains("\"gaveUp\":false");
    }

    @Test
    void whoGoesRingsNoMoreAndWhoseConnectionIsBackRingsAgain() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        grace.waits.close();
        hear(pages, "{\"rings\":[]}");
        assertThat(world.events.published("click2meet.missed").get(0).data()).contains("\"gaveUp\":true");
        refused(() -> world.one.rings.answer(world.acme, grace.ring, world.anna), "click2meet.over");

        grace.waits = grace.wait(world.one);
        hear(pages, "\"name\":\"Grace\"");
        world.one.rings.answer(world.acme, grace.ring, world.anna);
        grace.hears("{\"answered\":{");
    }

    @Test
    void whoIsBackBeforeTheOldConnectionIsMissedGoesOnWaiting() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        World.Node two = world.node("two");
        LiveSubscription again = grace.wait(two);
        grace.waits.close();
        hear(pages, "\"name\":\"Grace\"");
        assertThat(world.one.rings.waiting(world.acme, world.anna.person())).hasSize(1);
        assertThat(happened()).containsExactly("click2meet.rang");

        again.close();
        assertThat(happened()).containsExactly("click2meet.rang", "click2meet.missed");
        for (int i = 0; i < 3; i++) {
            visitor("Next");
        }
        two.close();
    }

    @Test
    void whoIsBackHearsThatNobodyAnswers() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        World.Node two = world.node("two");
        world.one.ringing.close();
        world.clock.pass(java.time.Duration.ofSeconds(61));
        grace.wait(two);
        grace.hears("{\"missed\":{}}");
        assertThat(happened()).containsExactly("click2meet.rang", "click2meet.missed");
        two.close();
    }

    @Test
    void ofManyPagesOnManyNodesOneAnswers() throws Exception {
        annaIsThere();
        World.Node two = world.node("two");
        var elsewhere = new RecordedSink();
        two.queue.open(world.anna, world.acme, "{}", elsewhere);
        Visitor grace = visitor("Grace");
        hear(elsewhere, "\"name\":\"Grace\"");

        var crowd = Executors.newFixedThreadPool(8);
        var start = new CountDownLatch(1);
        List<Future<Meeting>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            World.Node node = i % 2 == 0 ? world.one : two;
            answers.add(crowd.submit(() -> {
                start.await();
                return node.rings.answer(world.acme, grace.ring, world.anna);
            }));
        }
        start.countDown();
        int met = 0;
        for (Future<Meeting> answer : answers) {
            try {
                answer.get();
                met++;
            } catch (java.util.concurrent.ExecutionException e) {
                refused(
                        () -> {
                            throw e.getCause();
                        },
                        "click2meet.over");
            }
        }
        crowd.shutdown();
        assertThat(met).isEqualTo(1);
        assertThat(world.started).hasSize(1);
        hear(elsewhere, "{\"rings\":[]}");
        two.close();
    }

    @Test
    void visitorsQueueInOrderOnWhateverNodeAndAreBounded() {
        annaIsThere();
        World.Node two = world.node("two");
        Visitor first = visitor("First");
        world.clock.pass(java.time.Duration.ofSeconds(1));
        var second = new Visitor(two, "Second", Optional.empty(), Callers.nobody(world.acme));
        world.clock.pass(java.time.Duration.ofSeconds(1));
        Visitor third = visitor("Third");
        second.hears("\"ahead\":1");
        third.hears("\"ahead\":2");
        await().untilAsserted(() -> assertThat(pages.messages()).last().satisfies(text -> assertThat(text)
                .containsSubsequence("First", "Second", "Third")));

        refused(() -> visitor("Fourth"), "click2meet.busy");
        first.waits.close();
        third.hears("\"ahead\":1");
        visitor("Fourth");
        two.close();
    }

    @Test
    void oneAddressHoldsNoMoreThanItsPlacesNorRingsWithoutEnd() {
        annaIsThere();
        for (int i = 0; i < 8; i++) {
            visitor("Again").waits.close();
        }
        refused(() -> visitor("Again"), "click2meet.throttled");
        var elsewhere = new Caller.Nobody(world.acme, "198.51.100.7");
        new Visitor(world.one, "Other", Optional.empty(), elsewhere);
    }

    @Test
    void whoHangsUpAndRingsAgainIsBounded() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        grace.waits.close();
        for (int i = 1; i < 8; i++) {
            grace.wait(world.one).close();
        }
        refused(() -> grace.wait(world.one), "click2meet.throttled");
        assertThat(world.events.published("click2meet.rang")).hasSize(8);
        assertThat(world.events.published("click2meet.missed")).hasSize(8);
    }

    @Test
    void nobodyRingsAgainWhereNoPageIsOpenAnyMore() {
        LiveSubscription page = annaIsThere();
        Visitor grace = visitor("Grace");
        grace.waits.close();
        page.close();
        refused(() -> grace.wait(world.one), "click2meet.away");
        assertThat(world.events.published("click2meet.rang")).hasSize(1);
    }

    @Test
    void nobodyIsRungUpWhoHasNoPageOpen() {
        refused(() -> visitor("Grace"), "click2meet.away");
        LiveSubscription page = annaIsThere();
        assertThat(world.one.reachability.reaches(world.acme, world.anna.person()))
                .isTrue();
        visitor("Grace");
        page.close();
        page.close();
        assertThat(world.one.reachability.reaches(world.acme, world.anna.person()))
                .isFalse();
        refused(() -> visitor("Grace"), "click2meet.away");
    }

    @Test
    void aPageWhoseNodeDiesIsGoneAfterItsLease() {
        World.Node two = world.node("two");
        two.queue.open(world.anna, world.acme, "{}", new RecordedSink());
        assertThat(world.one.reachability.reaches(world.acme, world.anna.person()))
                .isTrue();
        two.close();
        world.cluster.kill("two");
        world.cluster.pass(java.time.Duration.ofSeconds(31));
        assertThat(world.one.reachability.reaches(world.acme, world.anna.person()))
                .isFalse();
    }

    @Test
    void aColleagueComesAsThemselvesAndNobodyRingsThemselves() {
        annaIsThere();
        Caller.Member bob = Callers.user(world.acme);
        var visit = new Visitor(world.one, "Somebody else", Optional.empty(), bob);
        hear(pages, "\"name\":\"" + bob.name() + "\"", "\"person\":\"" + bob.person() + "\"");
        visit.waits.close();
        refused(
                () -> world.one.rings.book(world.acme, "anna", "Anna", Optional.empty(), world.anna),
                "click2meet.yourself");
    }

    @Test
    void ringsAreOfTheirVisitorAndTheirPersonAlone() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        Caller.Member bob = Callers.user(world.acme);
        refused(() -> world.one.rings.answer(world.acme, grace.ring, bob), "click2meet.ring-unknown");
        refused(
                () -> world.one.rings.decline(world.acme, grace.ring, Optional.empty(), bob),
                "click2meet.ring-unknown");
        refused(
                () -> world.one.rings.answer(world.bolt, grace.ring, Callers.user(world.bolt)),
                "click2meet.ring-unknown");
        refused(() -> world.one.rings.answer(world.acme, "x".repeat(300), world.anna), "click2meet.ring-unknown");
        var other = Callers.guest(world.acme, grace.ring);
        String with = "{\"meeting\":\"" + grace.ring + "\"}";
        refused(() -> world.one.ringing.open(other, world.acme, with, new RecordedSink()), "click2meet.ring-unknown");
    }

    @Test
    void aMeetingThatCannotStartLeavesTheVisitorWaiting() {
        annaIsThere();
        Visitor grace = visitor("Grace");
        world.meetingsFail(true);
        refused(() -> world.one.rings.answer(world.acme, grace.ring, world.anna), "portal.expired");
        hear(pages, "\"name\":\"Grace\"");
        world.meetingsFail(false);
        world.one.rings.answer(world.acme, grace.ring, world.anna);
        grace.hears("{\"answered\":{");
    }
}
