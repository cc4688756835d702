package org.patchbay.testing.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery.ByEmail;
import org.patchbay.api.crm.ContactQuery.ByPhone;
import org.patchbay.api.crm.ContactQuery.ByText;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.JournalEntry.Direction;
import org.patchbay.api.crm.JournalEntry.Kind;
import org.patchbay.api.crm.NewContact;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.crm.CrmConnector;
import org.patchbay.spi.plugins.PluginException;

/** What every CRM connector does; a CRM plugin is done when this passes against a stand-in of its CRM's server. */
public interface CrmConnectorContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    CrmConnector connector();

    /** Settings of the portal with which the portal's server lets the connector in; each portal has a server of its own. */
    Settings settings(PortalId portal);

    /** The same with a password or token that the server refuses. */
    Settings refused(PortalId portal);

    /** The portal's server. */
    CrmServer server(PortalId portal);

    @Test
    default void findsByPhone() throws PluginException {
        String id = server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49 (30) 123456-7");
        server(ACME).seed("Alan", "Turing", "alan@example.com", "+44 30 1234567");

        List<Contact> found = connector().find(settings(ACME), new ByPhone("+49301234567"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).id()).isEqualTo(id);
        assertThat(found.get(0).plugin()).isEqualTo(connector().plugin());
        assertThat(found.get(0).name()).isEqualTo("Ada Lovelace");
        assertThat(found.get(0).email()).contains("ada@example.com");
        assertThat(found.get(0).phones()).containsExactly("+49301234567");
    }

    @Test
    default void findsByEmailWithoutCase() throws PluginException {
        server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");
        server(ACME).seed("Ada", "Byron", "byron-ada@example.com", "+49301234568");

        assertThat(connector().find(settings(ACME), new ByEmail("Ada@Example.com")))
                .extracting(Contact::name)
                .containsExactly("Ada Lovelace");
    }

    @Test
    default void findsByText() throws PluginException {
        server(ACME).seed("Grace", "Hopper", "grace@example.com", "+12025550143");

        assertThat(connector().find(settings(ACME), new ByText("grace hop")))
                .extracting(Contact::name)
                .containsExactly("Grace Hopper");
    }

    @Test
    default void findsNothing() throws PluginException {
        assertThat(connector().find(settings(ACME), new ByPhone("+4930000000"))).isEmpty();
        assertThat(connector().find(settings(ACME), new ByEmail("nobody@example.com")))
                .isEmpty();
        assertThat(connector().find(settings(ACME), new ByText("\"nobody\" \\ *")))
                .isEmpty();
    }

    @Test
    default void answersAtMostFifty() throws PluginException {
        for (int i = 0; i < 60; i++) {
            server(ACME).seed("Ada", "Number" + i, "ada" + i + "@example.com", "+4930100" + (1000 + i));
        }

        assertThat(connector().find(settings(ACME), new ByText("Ada"))).hasSize(50);
    }

    @Test
    default void findsItsOwnCreationAtOnce() throws PluginException {
        server(ACME).lagSearch(Duration.ofMinutes(1));
        Contact created = connector().create(settings(ACME), draft("Edsger", "Dijkstra", "edsger@example.com"));

        assertThat(created.name()).isEqualTo("Edsger Dijkstra");
        assertThat(connector().find(settings(ACME), new ByEmail("EDSGER@example.com")))
                .containsExactly(created);
        assertThat(connector().find(settings(ACME), new ByPhone("+31205551234")))
                .containsExactly(created);
    }

    @Test
    default void answersTheContactThatItWouldDuplicate() throws PluginException {
        String id = server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");

        Contact answered = connector().create(settings(ACME), draft("A.", "Lovelace", "ada@example.com"));

        assertThat(answered.id()).isEqualTo(id);
        assertThat(answered.name()).isEqualTo("Ada Lovelace");
        assertThat(server(ACME).contacts()).isEqualTo(1);
    }

    @Test
    default void journalsACallWithItsContact() throws PluginException {
        String contact = server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");

        String id = connector().journal(settings(ACME), call("c1", "Call with Ada", contact), Optional.empty());

        assertThat(server(ACME).journal())
                .containsExactly(new CrmServer.Journaled(id, Kind.CALL, "Call with Ada", Set.of(contact)));
    }

    @Test
    default void journalsAMeetingAndChangesIt() throws PluginException {
        String ada = server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");
        String alan = server(ACME).seed("Alan", "Turing", "alan@example.com", "+441632960001");

        String id = connector().journal(settings(ACME), meeting("m1", "Weekly", ada), Optional.empty());
        String again = connector().journal(settings(ACME), meeting("m1", "Weekly, longer", alan), Optional.of(id));

        assertThat(again).isEqualTo(id);
        assertThat(server(ACME).journal())
                .containsExactly(new CrmServer.Journaled(id, Kind.MEETING, "Weekly, longer", Set.of(ada, alan)));
    }

    @Test
    default void writesAnewWhatIsGone() throws PluginException {
        String contact = server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");
        String id = connector().journal(settings(ACME), meeting("m1", "Weekly", contact), Optional.empty());
        server(ACME).forget(id);

        String anew = connector().journal(settings(ACME), meeting("m1", "Weekly", contact), Optional.of(id));

        assertThat(server(ACME).journal())
                .containsExactly(new CrmServer.Journaled(anew, Kind.MEETING, "Weekly", Set.of(contact)));
    }

    @Test
    default void saysThatItIsNotLetIn() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector().find(refused(ACME), new ByText("ada")))
                .withMessageContaining(connector().title())
                .matches(e -> !e.retryable());
    }

    @Test
    default void retriesWhenItWasTooFast() throws PluginException {
        server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");
        server(ACME).limitNext(1, 1);
        Instant start = Instant.now();

        assertThat(connector().find(settings(ACME), new ByEmail("ada@example.com")))
                .hasSize(1);
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    default void givesUpWhenThePauseIsTooLong() {
        server(ACME).limitNext(5, 3600);

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector().find(settings(ACME), new ByText("ada")))
                .withMessageContaining(connector().title())
                .matches(PluginException::retryable);
    }

    @Test
    default void saysThatTheServerFails() {
        server(ACME).failNext(10);

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector().find(settings(ACME), new ByText("ada")))
                .withMessageContaining(connector().title())
                .matches(PluginException::retryable);
    }

    @Test
    default void keepsPortalsApart() throws PluginException {
        server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");
        connector().create(settings(ACME), draft("Edsger", "Dijkstra", "edsger@example.com"));

        assertThat(connector().find(settings(OTHER), new ByEmail("ada@example.com")))
                .isEmpty();
        assertThat(connector().find(settings(OTHER), new ByEmail("edsger@example.com")))
                .isEmpty();
        assertThat(server(OTHER).contacts()).isZero();
    }

    private static NewContact draft(String first, String last, String email) {
        return new NewContact(first, last, Optional.of(email), Optional.of("+31205551234"), Optional.of("Example"));
    }

    private static JournalEntry call(String id, String title, String contact) {
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        return new JournalEntry(
                id,
                Kind.CALL,
                Optional.of(Direction.INBOUND),
                "answered",
                title,
                Optional.of("+49301234567"),
                Optional.of("+49309876543"),
                start,
                start.plusSeconds(90),
                List.of(contact),
                Optional.of("about the engine"));
    }

    private static JournalEntry meeting(String id, String title, String contact) {
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        return new JournalEntry(
                id,
                Kind.MEETING,
                Optional.empty(),
                "held",
                title,
                Optional.empty(),
                Optional.empty(),
                start,
                start.plusSeconds(1800),
                List.of(contact),
                Optional.empty());
    }
}
