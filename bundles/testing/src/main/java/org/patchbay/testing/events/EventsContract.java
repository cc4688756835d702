package org.patchbay.testing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Causation;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.testing.events.ContractEvents.Candle;
import org.patchbay.testing.events.ContractEvents.Lamp;

/** What events promise. The types are those of {@link ContractEvents}; each test has portals of its own. */
public interface EventsContract {

    Events events();

    UnitOfWork unitOfWork();

    /** Lets the subscriber hear from now on. */
    void subscribe(EventSubscriber subscriber);

    @Test
    default void deliversWithTheAttributesOfCloudEvents() {
        PortalId portal = newPortal();
        Listener listener = listen("attributes");
        Event sent = events().publish(portal, ContractEvents.LIT, "lamp-1", lamp("red"), "cause-1");
        assertThat(sent.sequence()).isZero();
        Event heard = listener.awaitOf(portal, 1).get(0);
        assertThat(heard).usingRecursiveComparison().ignoringFields("sequence").isEqualTo(sent);
        assertThat(heard.sequence()).isEqualTo(1);
        assertThat(UUID.fromString(heard.id()).version()).isEqualTo(7);
        assertThat(heard.source()).isEqualTo("/testing");
        assertThat(heard.type()).isEqualTo("lamp.lit");
        assertThat(heard.subject()).isEqualTo("lamp-1");
        assertThat(heard.causationId()).hasValue("cause-1");
        assertThat(heard.data()).isEqualTo("{\"colour\":\"red\",\"watts\":40,\"made\":\"2026-01-01T00:00:00Z\"}");
        assertThat(events().find(portal, sent.id())).hasValue(heard);
    }

    @Test
    default void whatIsPublishedAsAConsequenceNamesItsCause() {
        PortalId portal = newPortal();
        Listener listener = listen("causes");
        Causation.of(Optional.of("cause-1"), () -> events().publish(portal, ContractEvents.LIT, "lamp-1", lamp("red")));
        events().publish(portal, ContractEvents.LIT, "lamp-1", lamp("red"));
        assertThat(listener.awaitOf(portal, 2))
                .extracting(Event::causationId)
                .containsExactly(Optional.of("cause-1"), Optional.empty());
    }

    @Test
    default void keepsAndDeliversNothingOfAUnitThatFailed() {
        PortalId portal = newPortal();
        Listener listener = listen("failed");
        assertThatThrownBy(() -> unitOfWork().run(() -> {
                    events().publish(portal, ContractEvents.LIT, "lost", lamp("red"));
                    events().publish(portal, ContractEvents.FLICKER, "lost", lamp("red"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        unitOfWork().run(() -> events().publish(portal, ContractEvents.LIT, "kept", lamp("red")));
        assertThat(listener.awaitOf(portal, 1)).extracting(Event::subject).containsExactly("kept");
        assertThat(history(portal, EventFilter.ALL)).extracting(Event::subject).containsExactly("kept");
        assertThat(listener.of(portal).get(0).sequence()).isEqualTo(1);
    }

    @Test
    default void deliversNoMoreThanIsWanted() {
        PortalId portal = newPortal();
        Listener heard = new Listener("choosy", 0);
        subscribe(new EventSubscriber() {
            @Override
            public String name() {
                return heard.name();
            }

            @Override
            public boolean wants(PortalId where, String type) {
                return where.equals(portal) && type.equals(ContractEvents.BROKEN);
            }

            @Override
            public void on(Event event) {
                heard.on(event);
            }

            @Override
            public boolean durable() {
                return true;
            }
        });
        for (String type : List.of(
                ContractEvents.FLICKER,
                ContractEvents.LIT,
                ContractEvents.BROKEN,
                ContractEvents.LIT,
                ContractEvents.BROKEN)) {
            events().publish(portal, type, "lamp-1", lamp("red"));
        }
        assertThat(heard.awaitOf(portal, 2)).extracting(Event::sequence).containsExactly(2L, 4L);
        assertThat(heard.of(portal)).extracting(Event::type).containsOnly(ContractEvents.BROKEN);
        assertThat(heard.of(portal)).extracting(Event::data).allMatch(data -> data.contains("red"));
    }

    @Test
    default void numbersAndOrdersEachPortalByItself() {
        PortalId one = newPortal();
        PortalId two = newPortal();
        Listener listener = listen("order");
        IntStream.range(0, 60).forEach(n -> {
            events().publish(one, ContractEvents.LIT, "a", lamp("n" + n));
            if (n % 2 == 0) {
                events().publish(two, ContractEvents.LIT, "a", lamp("n" + n));
            }
        });
        assertThat(listener.awaitOf(one, 60))
                .extracting(Event::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(listener.awaitOf(two, 30))
                .extracting(Event::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(listener.of(one).get(59).data()).contains("\"n59\"");
    }

    @Test
    default void portalsNeverSeeEachOther() {
        PortalId one = newPortal();
        PortalId two = newPortal();
        Listener listener = listen("apart");
        Event event = events().publish(one, ContractEvents.LIT, "a", lamp("red"));
        listener.awaitOf(one, 1);
        assertThat(events().find(two, event.id())).isEmpty();
        assertThat(history(two, EventFilter.ALL)).isEmpty();
        assertThat(history(one, EventFilter.ALL)).hasSize(1);
    }

    @Test
    default void findsTheNewestFirstPageByPage() {
        PortalId portal = newPortal();
        Listener listener = listen("pages");
        unitOfWork().run(() -> IntStream.range(0, 7)
                .forEach(n -> events().publish(portal, ContractEvents.LIT, "s" + n, lamp("red"))));
        listener.awaitOf(portal, 7);
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Event> page = events().history(portal, EventFilter.ALL, new PageRequest(3, after));
            page.items().forEach(event -> seen.add(event.subject()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactly("s6", "s5", "s4", "s3", "s2", "s1", "s0");
    }

    @Test
    default void filtersByTypePrefixAndSubject() {
        PortalId portal = newPortal();
        Listener listener = listen("filter");
        events().publish(portal, ContractEvents.LIT, "a", lamp("red"));
        events().publish(portal, ContractEvents.BROKEN, "a", lamp("red"));
        events().publish(portal, ContractEvents.LIT, "b", lamp("red"));
        listener.awaitOf(portal, 3);
        assertThat(history(portal, filter("lamp.lit", null))).hasSize(2);
        assertThat(history(portal, filter("lamp.*", null))).hasSize(3);
        assertThat(history(portal, filter("lamp.bulb.*", null))).hasSize(1);
        assertThat(history(portal, filter("lamp.lit", "b"))).hasSize(1);
        assertThat(history(portal, filter(null, "a"))).hasSize(2);
        assertThat(history(portal, filter("lam.*", null))).isEmpty();
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> filter("lamp%", null))
                .satisfies(e -> assertThat(e.errors().get(0).pointer()).isEqualTo("type"));
    }

    @Test
    default void aPassingEventIsHeardButNotKept() {
        PortalId portal = newPortal();
        Listener listener = listen("passing");
        Event event = events().publish(portal, ContractEvents.FLICKER, "a", lamp("red"));
        assertThat(listener.awaitOf(portal, 1)).containsExactly(event);
        assertThat(event.sequence()).isZero();
        assertThat(history(portal, EventFilter.ALL)).isEmpty();
        assertThat(events().find(portal, event.id())).isEmpty();
    }

    @Test
    default void refusesWhatIsNotDeclaredOrTooLarge() {
        PortalId portal = newPortal();
        assertThatThrownBy(() -> events().publish(portal, "lamp.unknown", "a", lamp("red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lamp.unknown");
        assertThatThrownBy(() -> events().publish(portal, ContractEvents.LIT, "a", new Candle("red")))
                .isInstanceOf(IllegalArgumentException.class);
        refused(Problem.TOO_LARGE, () -> events().publish(portal, ContractEvents.LIT, "a", lamp("r".repeat(20_000))));
        refused(Problem.INVALID, () -> events().publish(portal, ContractEvents.LIT, "", lamp("red")));
        refused(Problem.INVALID, () -> events().publish(portal, ContractEvents.LIT, "a".repeat(201), lamp("red")));
    }

    @Test
    default void aSubscriberThatFailsGetsTheEventAgainAndDelaysNobody() {
        PortalId portal = newPortal();
        Listener failing = new Listener("failing", 1);
        subscribe(failing);
        Listener other = listen("other");
        events().publish(portal, ContractEvents.LIT, "a", lamp("red"));
        events().publish(portal, ContractEvents.LIT, "b", lamp("red"));
        assertThat(other.awaitOf(portal, 2)).extracting(Event::subject).containsExactly("a", "b");
        assertThat(failing.awaitOf(portal, 2)).extracting(Event::subject).containsExactly("a", "b");
        assertThat(failing.failures()).isEqualTo(1);
    }

    @Test
    default void listsTheDeclaredTypes() {
        assertThat(events().schemas())
                .extracting(EventSchema::type)
                .containsExactly("lamp.bulb.broken", "lamp.flickered", "lamp.lit");
        assertThat(events().schemas()).extracting(EventSchema::durable).containsExactly(true, false, true);
    }

    private Listener listen(String name) {
        Listener listener = new Listener(name, 0);
        subscribe(listener);
        return listener;
    }

    private List<Event> history(PortalId portal, EventFilter filter) {
        return events().history(portal, filter, PageRequest.first(100)).items();
    }

    private static PortalId newPortal() {
        return new PortalId(UUID.randomUUID().toString());
    }

    private static Lamp lamp(String colour) {
        return new Lamp(colour, 40, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static EventFilter filter(@Nullable String type, @Nullable String subject) {
        return new EventFilter(Optional.ofNullable(type), Optional.ofNullable(subject));
    }

    private static void refused(Problem problem, Runnable call) {
        assertThatExceptionOfType(PatchbayException.class).isThrownBy(call::run).satisfies(e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
