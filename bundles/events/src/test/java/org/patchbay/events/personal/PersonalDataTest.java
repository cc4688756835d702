package org.patchbay.events.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.PersonId;
import org.patchbay.events.types.EventData;
import org.patchbay.events.types.EventTypeDirectory;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class PersonalDataTest {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    private static final PersonId ANNA = new PersonId("01890000-0000-7000-8000-00000000a44a");

    private final InMemoryPersonalSecrets secrets = new InMemoryPersonalSecrets();
    private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    private final PersonalData data =
            new PersonalData(new EventTypeDirectory(List.of(new PartyEvents())), secrets, unit);

    private static Event event(String type, Record record) {
        return new Event(
                Ids.next(), "/party", type, ACME, "s", Instant.EPOCH, Optional.empty(), 0, EventData.write(record));
    }

    @Test
    void sealsWhatIsPersonalAndNothingElse() {
        Event event = event("party.began", new Began("Monday", ANNA.value(), "Anna", Optional.of("anna@acme.example")));

        Event resting = data.seal(event);

        assertThat(resting.data())
                .contains("\"title\":\"Monday\"", "\"host\":\"" + ANNA.value() + "\"")
                .doesNotContain("Anna", "anna@");
        assertThat(data.open(resting)).isEqualTo(event);
    }

    @Test
    void sealsInListsAndOptionalsAndMaps() {
        var visit = new Visit("Ben", Optional.of("ben"), 7);
        Event event = event(
                "party.ended",
                new Ended(
                        List.of(visit, new Visit("Guest", Optional.empty(), 1)),
                        Optional.of(visit),
                        Map.of("a", visit)));

        Event resting = data.seal(event);

        assertThat(resting.data()).doesNotContain("Ben", "Guest").contains("\"minutes\":7");
        assertThat(data.open(resting)).isEqualTo(event);
        secrets.erase(ACME, new PersonId("ben"));
        assertThat(data.open(resting).data()).contains("[erased]", "Guest").doesNotContain("Ben");
    }

    @Test
    void sealsTheSameOnceItIsCommitted() {
        Event event = event("party.began", new Began("Monday", ANNA.value(), "Anna", Optional.empty()));
        assertThatThrownBy(() -> unit.run(() -> {
                    data.seal(event);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        String first = data.seal(event).data();

        assertThat(data.seal(event).data()).isEqualTo(first);
        Event again = data.seal(event);
        secrets.erase(ACME, ANNA);
        assertThat(data.open(again).data()).contains("[erased]").doesNotContain("Anna");
    }

    @Test
    void readsErasedOnceThePersonIsErased() {
        Event resting = data.seal(event("party.began", new Began("Monday", ANNA.value(), "Anna", Optional.empty())));

        secrets.erase(ACME, ANNA);

        assertThat(data.open(resting).data())
                .isEqualTo("{\"title\":\"Monday\",\"host\":\"" + ANNA.value() + "\",\"hostName\":\"[erased]\"}");
    }

    @Test
    void passesOnWhatHasNothingPersonal() {
        Event event = event("party.moved", new Moved("the garden"));

        assertThat(data.seal(event)).isSameAs(event);
        assertThat(data.open(event)).isSameAs(event);
    }

    private static final class PartyEvents implements EventTypes {
        @Override
        public List<EventType> types() {
            return List.of(
                    EventType.durable("party.began", "A party began.", Began.class),
                    EventType.durable("party.ended", "A party is over.", Ended.class),
                    EventType.durable("party.moved", "A party moved.", Moved.class));
        }
    }

    /** A party. */
    public record Began(
            String title,
            String host,
            @Personal(of = "host") String hostName,
            @Personal(of = "host") Optional<String> mail) {}

    /** The end of one. */
    public record Ended(List<Visit> visits, Optional<Visit> last, Map<String, Visit> byName) {}

    /** Somebody who was there. */
    public record Visit(@Personal(of = "person") String name, Optional<String> person, int minutes) {}

    /** Where it goes. */
    public record Moved(String place) {}
}
