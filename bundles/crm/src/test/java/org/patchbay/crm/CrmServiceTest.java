package org.patchbay.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery.ByText;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.JournalEntry.Kind;
import org.patchbay.api.crm.NewContact;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.testing.kv.InMemoryKeyValues;
import org.patchbay.testing.plugins.InMemoryPluginSettings;

class CrmServiceTest {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    private static final PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    private final FakeConnector first = new FakeConnector("alpha");
    private final FakeConnector second = new FakeConnector("beta");
    private final InMemoryPluginSettings settings = new InMemoryPluginSettings();
    private final CrmDirectory directory = new CrmDirectory(List.of(second, first));
    private final InMemoryKeyValues values = new InMemoryKeyValues();
    private final CrmService crm = service(Duration.ofSeconds(5), 4, 8);

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void saysThatNoCrmIsConnected() {
        settings.with(OTHER, "alpha", Map.of());

        assertUnavailable("No CRM is connected to this portal", () -> crm.find(ACME, new ByText("ada")));
        assertUnavailable("No CRM is connected to this portal", () -> crm.create(ACME, draft()));
        assertUnavailable("No CRM is connected to this portal", () -> crm.journal(ACME, entry("m1")));
    }

    @Test
    void asksEveryCrmOfThePortalWithItsOwnSettings() {
        settings.with(ACME, "alpha", Map.of("who", "acme-a")).with(ACME, "beta", Map.of("who", "acme-b"));
        settings.with(OTHER, "beta", Map.of("who", "other-b"));

        assertThat(crm.find(ACME, new ByText(" ada ")))
                .extracting(Contact::id, Contact::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("alpha/7", "acme-a ByText[text=ada]"),
                        org.assertj.core.groups.Tuple.tuple("beta/7", "acme-b ByText[text=ada]"));
        assertThat(crm.find(OTHER, new ByText("ada")))
                .extracting(Contact::name)
                .containsExactly("other-b ByText[text=ada]");
    }

    @Test
    void answersWhatOneFoundWhenTheOtherFails() {
        settings.with(ACME, "alpha", Map.of()).with(ACME, "beta", Map.of());
        first.complaint = Optional.of(new PluginException("ALPHA refused the token", false));

        assertThat(crm.find(ACME, new ByText("ada")))
                .extracting(Contact::plugin)
                .containsExactly("beta");
        second.crash = Optional.of(new IllegalStateException("not for people"));
        assertUnavailable("ALPHA refused the token", () -> crm.find(ACME, new ByText("ada")));
        first.complaint = Optional.empty();
        first.crash = Optional.of(new IllegalStateException("not for people"));
        assertUnavailable("ALPHA failed: IllegalStateException", () -> crm.find(ACME, new ByText("ada")));
    }

    @Test
    void saysThatSettingsNeedAttention() {
        settings.spoil(ACME, "alpha");

        assertUnavailable("The settings of alpha need attention", () -> crm.find(ACME, new ByText("ada")));
    }

    @Test
    void waitsForNoneLongerThanTheLimit() {
        CrmService impatient = service(Duration.ofSeconds(1), 4, 8);
        settings.with(ACME, "alpha", Map.of()).with(ACME, "beta", Map.of());
        first.gate = new CountDownLatch(1);

        assertThat(impatient.find(ACME, new ByText("ada"))).hasSize(1);
        second.gate = first.gate;
        assertUnavailable("ALPHA does not answer within 1 s", () -> impatient.find(ACME, new ByText("ada")));
        impatient.close();
    }

    @Test
    void boundsTheCallsOfAPortalAndLeavesRoomForOthers() throws Exception {
        settings.with(ACME, "alpha", Map.of()).with(OTHER, "beta", Map.of());
        CountDownLatch gate = new CountDownLatch(1);
        first.gate = gate;
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<List<Contact>>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(callers.submit(() -> crm.find(ACME, new ByText("ada"))));
            }
            Awaitility.await().until(() -> first.mostAtOnce.get() == 4);
            assertThat(crm.find(OTHER, new ByText("ada"))).hasSize(1);
            gate.countDown();
            for (Future<List<Contact>> call : calls) {
                assertThat(call.get()).hasSize(1);
            }
            assertThat(first.mostAtOnce).hasValue(4);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void createsInTheFirstCrm() {
        settings.with(ACME, "alpha", Map.of()).with(ACME, "beta", Map.of());

        Contact created = crm.create(ACME, draft());

        assertThat(created.id()).isEqualTo("alpha/7");
        assertThat(created.name()).contains("phone=Optional[+49301234567]");
    }

    @Test
    void journalsOnceInEachCrmWithItsOwnContacts() {
        settings.with(ACME, "alpha", Map.of()).with(ACME, "beta", Map.of());
        settings.with(OTHER, "alpha", Map.of());

        assertThat(crm.journal(ACME, entry("m1", "alpha/1", "beta/2", "alpha/1", "gamma/3")))
                .containsExactly("alpha/e1", "beta/e1");
        assertThat(crm.journal(ACME, entry("m1", "alpha/1"))).containsExactly("alpha/e1", "beta/e1");
        crm.journal(OTHER, entry("m1"));

        assertThat(first.journaled).containsExactly("m1 [1] new", "m1 [1] e1", "m1 [] new");
        assertThat(second.journaled).containsExactly("m1 [2] new", "m1 [] e1");
    }

    @Test
    void canBeTriedAgainWhenOneOfTwoFails() {
        settings.with(ACME, "alpha", Map.of()).with(ACME, "beta", Map.of());
        second.complaint = Optional.of(new PluginException("BETA has a fault", true));
        assertUnavailable("BETA has a fault", () -> crm.journal(ACME, entry("m1")));
        second.complaint = Optional.empty();

        crm.journal(ACME, entry("m1"));

        assertThat(first.journaled).containsExactly("m1 [] new", "m1 [] e1");
        assertThat(second.journaled).containsExactly("m1 [] new");
    }

    @Test
    void remembersAnEntryThatWasWrittenAfterTheLimit() {
        CrmService impatient = service(Duration.ofMillis(200), 4, 8);
        settings.with(ACME, "alpha", Map.of());
        CountDownLatch gate = new CountDownLatch(1);
        first.gate = gate;
        assertUnavailable("ALPHA does not answer", () -> impatient.journal(ACME, entry("m1")));
        gate.countDown();

        Awaitility.await()
                .until(() -> values.get(ACME, "journal/alpha/2026-11-02", "m1").isPresent());
        crm.journal(ACME, entry("m1"));
        assertThat(first.journaled).containsExactly("m1 [] new", "m1 [] e1");
        impatient.close();
    }

    @Test
    void writesAnEntryOnceWhenTwoJournalItAtOnce() throws Exception {
        settings.with(ACME, "alpha", Map.of());
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(callers.submit(() -> crm.journal(ACME, entry("m1"))));
            }
            for (Future<List<String>> call : calls) {
                assertThat(call.get()).containsExactly("alpha/e1");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(first.journaled).filteredOn(line -> line.endsWith("new")).hasSize(1);
    }

    private CrmService service(Duration limit, int perPortal, int atOnce) {
        return new CrmService(directory, settings, values, new ConnectorCalls(limit, perPortal, atOnce));
    }

    private static void assertUnavailable(String words, Runnable action) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(action::run)
                .withMessageContaining(words)
                .matches(e -> e.problem() == Problem.UNAVAILABLE);
    }

    private static NewContact draft() {
        return new NewContact("Ada", "Lovelace", Optional.empty(), Optional.of("+49 (0)30 1234567"), Optional.empty());
    }

    private static JournalEntry entry(String id, String... contacts) {
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        return new JournalEntry(
                id,
                Kind.MEETING,
                Optional.empty(),
                "held",
                "Weekly",
                Optional.empty(),
                Optional.empty(),
                start,
                start.plusSeconds(60),
                List.of(contacts),
                Optional.empty());
    }
}
