package org.patchbay.plugin.crmhubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery.ByEmail;
import org.patchbay.api.crm.ContactQuery.ByPhone;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.JournalEntry.Direction;
import org.patchbay.api.crm.JournalEntry.Kind;
import org.patchbay.api.crm.NewContact;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.crm.CrmConnector;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.testing.crm.CrmConnectorContract;
import org.patchbay.testing.crm.HubSpotStub;
import org.patchbay.testing.crm.LoopbackHttp;

class HubSpotConnectorTest implements CrmConnectorContract {

    private final Map<PortalId, HubSpotStub> stubs = new HashMap<>();
    private final CrmConnector connector = new HubSpotConnector(new LoopbackHttp());

    @AfterEach
    void close() {
        stubs.values().forEach(HubSpotStub::close);
    }

    @Override
    public CrmConnector connector() {
        return connector;
    }

    @Override
    public HubSpotStub server(PortalId portal) {
        return stubs.computeIfAbsent(portal, any -> new HubSpotStub(0, "pat-" + portal));
    }

    @Override
    public Settings settings(PortalId portal) {
        return new Settings(
                portal, Map.of("baseAddress", server(portal).address().toString(), "token", "pat-" + portal));
    }

    @Override
    public Settings refused(PortalId portal) {
        return new Settings(
                portal, Map.of("baseAddress", server(portal).address() + "/", "token", "pat-of-somebody-else"));
    }

    @Test
    void namesTheRefusedToken() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector.find(refused(ACME), new ByEmail("ada@example.com")))
                .withMessage("HubSpot refused the token");
    }

    @Test
    void linksToTheContactsPage() throws PluginException {
        String id = server(ACME).seed("Ada", "Lovelace", "ada@example.com", "+49301234567");

        assertThat(connector.find(settings(ACME), new ByEmail("ada@example.com")))
                .extracting(Contact::url)
                .containsExactly(Optional.of("https://app-eu1.hubspot.com/contacts/26123456/record/0-1/" + id));
    }

    @Test
    void findsANumberWrittenWithoutCountryCode() throws PluginException {
        server(ACME).seed("Ada", "Lovelace", "ada@example.com", "030 / 123 45 67");

        assertThat(connector.find(settings(ACME), new ByPhone("+49301234567")))
                .extracting(Contact::name)
                .containsExactly("Ada Lovelace");
    }

    @Test
    void journalsACallInHubSpotsWords() throws PluginException {
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        connector.journal(
                settings(ACME),
                new JournalEntry(
                        "c1",
                        Kind.CALL,
                        Optional.of(Direction.OUTBOUND),
                        "no-answer",
                        "Call",
                        Optional.of("+49301"),
                        Optional.of("+49302"),
                        start,
                        start.plusMillis(1500),
                        List.of(),
                        Optional.of("a < b & c\nd")),
                Optional.empty());

        assertThat(server(ACME).log().get(0).get("body"))
                .isEqualTo("{\"properties\":{\"hs_timestamp\":\"2026-11-02T10:00:00Z\",\"hs_call_title\":\"Call\","
                        + "\"hs_call_status\":\"NO_ANSWER\",\"hs_call_duration\":\"1500\","
                        + "\"hs_call_direction\":\"OUTBOUND\",\"hs_call_from_number\":\"+49301\","
                        + "\"hs_call_to_number\":\"+49302\",\"hs_call_body\":\"a &lt; b &amp; c<br>d\"},"
                        + "\"associations\":[]}");
    }

    @Test
    void doesNotCreateTwiceAfterAFault() {
        server(ACME).failNext(1);

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector.create(
                        settings(ACME),
                        new NewContact("Ada", "Lovelace", Optional.empty(), Optional.of("+49301"), Optional.empty())));
        assertThat(server(ACME).requests()).isEqualTo(1);
        assertThat(server(ACME).contacts()).isZero();
    }

    @Test
    void refusesAContactThatIsNoneOfHubSpots() {
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        JournalEntry entry = new JournalEntry(
                "m1",
                Kind.MEETING,
                Optional.empty(),
                "held",
                "Weekly",
                Optional.empty(),
                Optional.empty(),
                start,
                start,
                List.of("../../companies/1"),
                Optional.empty());

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector.journal(settings(ACME), entry, Optional.empty()))
                .withMessage("HubSpot has no contact ../../companies/1");
        assertThat(server(ACME).requests()).isZero();
    }

    @Test
    void saysThatNothingAnswers() {
        Settings gone = settings(ACME);
        server(ACME).close();

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> connector.find(gone, new ByEmail("ada@example.com")))
                .withMessageStartingWith("HubSpot does not answer")
                .matches(PluginException::retryable);
    }

    @Test
    void showsTheTokenNowhere() throws PluginException {
        assertThat(HubSpotAccount.of(settings(ACME))).asString().doesNotContain("pat-");
        assertThat(settings(ACME)).asString().doesNotContain("pat-");
    }
}
