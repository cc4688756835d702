package org.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.events.delivery.DeliveryState;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.testing.events.ContractEvents.Lamp;
import org.patchbay.testing.events.EventsContract;
import org.patchbay.testing.events.Listener;

/** What the journal adds to the contract of events: nothing is lost by a restart. */
interface DurableEventsContract extends EventsContract {

    RunningEvents running();

    /** Stops everything but the database, and starts it again. */
    RunningEvents restart();

    @Override
    default Events events() {
        return running().events();
    }

    @Override
    default UnitOfWork unitOfWork() {
        return running().unitOfWork();
    }

    @Override
    default void subscribe(EventSubscriber subscriber) {
        running().subscribe(subscriber);
    }

    @Test
    default void aDurableSubscriberGetsWhatHappenedWhileItWasAway() {
        PortalId portal = newPortal();
        publish(portal, "before");
        awaitNumbered(portal, 1);
        Durable first = new Durable();
        subscribe(first);
        publish(portal, "seen");
        await().until(() -> first.subjects().contains("seen"));
        running().deliveries().remove(first);
        publish(portal, "away");
        PortalId later = newPortal();
        publish(later, "new portal");
        Durable second = new Durable();
        restart().subscribe(second);
        publish(portal, "back");
        await().untilAsserted(() -> assertThat(second.subjects()).contains("away", "back", "new portal"));
        assertThat(first.subjects()).doesNotContain("before", "away");
        assertThat(second.subjects()).doesNotContain("before");
        assertThat(second.subjects()).filteredOn("seen"::equals).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    default void numbersAfterTheStartWhatWasCommittedBeforeIt() {
        PortalId portal = newPortal();
        running().close();
        // As if the node had died after the commit and before the sequencer was woken.
        running().journal().add(event(portal, "left behind"));
        restart();
        awaitNumbered(portal, 1);
    }

    @Test
    default void oneStuckPortalDelaysNoOther() {
        PortalId stuck = newPortal();
        PortalId free = newPortal();
        Listener heard = new Listener("free", 0);
        subscribe(new EventSubscriber() {
            @Override
            public String name() {
                return "picky";
            }

            @Override
            public void on(Event event) {
                if (event.portal().equals(stuck)) {
                    throw new IllegalStateException("on purpose");
                }
                heard.on(event);
            }
        });
        publish(stuck, "a");
        publish(free, "b");
        heard.awaitOf(free, 1);
        await().until(() -> running().deliveries().states().get(0).failures() >= 2);
        DeliveryState state = running().deliveries().states().get(0);
        assertThat(state.portal()).isEqualTo(stuck);
        assertThat(state.subscriber()).isEqualTo("picky");
        assertThat(state.position()).isZero();
        assertThat(state.lastFailure()).hasValue("IllegalStateException: on purpose");
        assertThat(state.next()).isPresent();
    }

    @Test
    default void deletesWhatIsTooOldAndWhatIsTooMuch() {
        PortalId one = newPortal();
        PortalId two = newPortal();
        IntStream.rangeClosed(1, 5).forEach(n -> publish(one, "s" + n));
        publish(two, "s1");
        awaitNumbered(one, 5);
        awaitNumbered(two, 1);
        Clock soon = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        new Retention(running().journal(), running().cluster(), soon, Duration.ofDays(2), 3, Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(numbers(one)).containsExactly(5L, 4L, 3L));
        assertThat(numbers(two)).containsExactly(1L);
        running().journal().heads().keySet().forEach(portal -> {
            long old = running().journal().lastBefore(portal, Instant.now().plus(Duration.ofDays(1)));
            while (running().journal().trim(portal, old, 1) > 0) {
                assertThat(old).isPositive();
            }
        });
        assertThat(numbers(one)).isEmpty();
        assertThat(numbers(two)).isEmpty();
        publish(one, "s6");
        awaitNumbered(one, 1);
        assertThat(numbers(one)).containsExactly(6L);
    }

    @Test
    default void erasesAPortalAlone() {
        PortalId one = newPortal();
        PortalId two = newPortal();
        publish(one, "a");
        publish(two, "a");
        awaitNumbered(one, 1);
        awaitNumbered(two, 1);
        new EventsOfPortal(running().journal(), running().cursors()).erase(one);
        assertThat(numbers(one)).isEmpty();
        assertThat(running().journal().heads()).doesNotContainKey(one).containsKey(two);
        assertThat(numbers(two)).containsExactly(1L);
    }

    @Test
    default void deliversManyAcrossBatchesInOrder() {
        PortalId portal = newPortal();
        Listener listener = new Listener("many", 0);
        subscribe(listener);
        unitOfWork().run(() -> IntStream.range(0, 700).forEach(n -> publish(portal, "s" + n)));
        assertThat(listener.awaitOf(portal, 700))
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 700).boxed().toList());
        assertThat(listener.of(portal).get(699).subject()).isEqualTo("s699");
    }

    @Test
    default void manyPublishAtTheSameTime() {
        PortalId portal = newPortal();
        Listener listener = new Listener("crowd", 0);
        subscribe(listener);
        List<CompletableFuture<Void>> publishers = IntStream.range(0, 4)
                .mapToObj(publisher -> CompletableFuture.runAsync(() -> IntStream.range(0, 25)
                        .forEach(unit -> unitOfWork().run(() -> IntStream.range(0, 10)
                                .forEach(n -> publish(portal, publisher + ":" + (unit * 10 + n)))))))
                .toList();
        publishers.forEach(CompletableFuture::join);
        List<Event> heard = listener.awaitOf(portal, 1_000);
        assertThat(heard)
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
        IntStream.range(0, 4).forEach(publisher -> assertThat(heard)
                .extracting(Event::subject)
                .filteredOn(subject -> subject.startsWith(publisher + ":"))
                .containsExactlyElementsOf(IntStream.range(0, 250)
                        .mapToObj(n -> publisher + ":" + n)
                        .toList()));
    }

    private List<Long> numbers(PortalId portal) {
        return events().history(portal, EventFilter.ALL, PageRequest.first(100)).items().stream()
                .map(Event::sequence)
                .toList();
    }

    private void awaitNumbered(PortalId portal, int count) {
        await().until(() -> numbers(portal).size() == count);
    }

    private void publish(PortalId portal, String subject) {
        events().publish(portal, "lamp.lit", subject, new Lamp("red", 40, Optional.empty(), Instant.EPOCH));
    }

    private static Event event(PortalId portal, String subject) {
        return new Event(
                UUID.randomUUID().toString(),
                "/testing",
                "lamp.lit",
                portal,
                subject,
                Instant.now(),
                Optional.empty(),
                0,
                "{}");
    }

    private static PortalId newPortal() {
        return new PortalId(UUID.randomUUID().toString());
    }

    /** A subscriber whose position is kept. */
    final class Durable implements EventSubscriber {

        private final List<String> subjects = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "durable";
        }

        @Override
        public void on(Event event) {
            subjects.add(event.subject());
        }

        @Override
        public boolean durable() {
            return true;
        }

        List<String> subjects() {
            return subjects;
        }
    }
}
