package org.patchbay.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.events.Event;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.testing.http.FakeHttp;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

/** Runs every script of scripting/examples. */
class ExamplesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("scripting");

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final FakeCrmModule CRM = new FakeCrmModule();
    private static final FakeContactsModule CONTACTS = new FakeContactsModule();
    private static final FakeMeetingsModule MEETINGS = new FakeMeetingsModule();
    private static final FakeCallsModule CALLS = new FakeCallsModule();
    private static Stack stack;

    private final PortalId portal = new PortalId(Ids.next());

    @BeforeAll
    static void start() {
        stack = new Stack(DATABASE, Map.of(), new TestEvents(), CRM, CONTACTS, MEETINGS, CALLS);
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
    }

    private Script run(String name) throws IOException {
        return stack.run(portal, name, Files.readString(EXAMPLES.resolve(name)));
    }

    private Event join(String name) {
        return stack.events().publish(portal, TestEvents.JOINED, "m", TestEvents.Joined.named(name));
    }

    private void end() {
        var start = Instant.parse("2026-01-01T10:00:00Z");
        var end = start.plusSeconds(600);
        var ada = new TestEvents.Attendance("Ada", Optional.empty(), Optional.of("Ada@example.com"), start, end);
        var guest = new TestEvents.Attendance("Guest", Optional.empty(), Optional.empty(), start, end);
        stack.events()
                .publish(
                        portal,
                        TestEvents.ENDED,
                        "m",
                        new TestEvents.Ended("m", "Weekly", "h", "Host", start, end, 600, List.of(ada, guest)));
    }

    @Test
    void everyExampleIsTestedHere() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".md")))
                    .containsExactlyInAnyOrder(
                            "crm-journal.js",
                            "doorman.js",
                            "greeting.js",
                            "guest-book.js",
                            "lobby-host.js",
                            "long-meeting.js",
                            "record-meetings.js",
                            "webhook.js");
        }
    }

    @Test
    @Tag("S0.48")
    void crmJournal() throws IOException {
        var script = run("crm-journal.js");
        join("Ada");
        end();
        stack.awaitLine(portal, script.id(), "Ada is Ada Lovelace of no company");
        stack.awaitLine(portal, script.id(), "Journaled \"Weekly\" with 1 contacts");
        assertThat(CRM.journaled()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.MEETING);
            assertThat(entry.id()).isEqualTo("m");
            assertThat(entry.end()).isEqualTo(Instant.parse("2026-01-01T10:10:00Z"));
            assertThat(entry.contacts()).containsExactly("fake/ada");
            assertThat(entry.note()).hasValue("Ada, Guest");
        });
    }

    @Test
    void guestBook() throws IOException {
        var script = run("guest-book.js");
        Event joined = join("Ada");
        stack.awaitLine(portal, script.id(), "Ada is in the address book now");
        join("Ada");
        stack.awaitLine(portal, script.id(), "Ada is Ada of no company");
        assertThat(CONTACTS.created()).singleElement().satisfies(contact -> {
            assertThat(contact.portal()).isEqualTo(portal);
            assertThat(contact.groups()).containsExactly("Guests");
        });
        // The contact is made after the script has waited for an answer.
        assertThat(CONTACTS.causes()).containsExactly(Optional.of(joined.id()));
    }

    @Test
    void lobbyHost() throws IOException {
        stack.values().put(portal, "scripts", "guests/Ada", "Ada Lovelace");
        var script = run("lobby-host.js");
        stack.events().publish(portal, TestEvents.WAITING, "m", new TestEvents.Waiting("m", "p1", "Ada"));
        stack.awaitLine(portal, script.id(), "Ada was let in");
        stack.events().publish(portal, TestEvents.WAITING, "m", new TestEvents.Waiting("m", "p2", "Anonymous"));
        stack.awaitLine(portal, script.id(), "Anonymous was sent away");
        join("Ada");
        await().atMost(Stack.PATIENCE).untilAsserted(() -> assertThat(MEETINGS.told())
                .containsExactly(
                        "admit m p1", "refuse m p2", "rename m p Ada Lovelace", "post m Welcome, Ada Lovelace"));
        stack.events().publish(portal, TestEvents.CHAT, "m", new TestEvents.Posted("m", Optional.of("p"), "/end"));
        await().atMost(Stack.PATIENCE)
                .untilAsserted(() -> assertThat(MEETINGS.told()).endsWith("end m"));
    }

    private void asked(String direction, String number) {
        stack.events().publish(portal, TestEvents.ASKED, number, TestEvents.Asked.from(direction, number));
    }

    @Test
    void doorman() throws IOException {
        stack.values().put(portal, "scripts", "blocked/+4930666", "yes");
        stack.values().put(portal, "scripts", "through/+4930777", "102");
        var script = run("doorman.js");
        asked("INCOMING", "+4930666");
        stack.awaitLine(portal, script.id(), "+4930666 was sent away");
        asked("INCOMING", "+4930777");
        asked("INCOMING", "+4930888");
        asked("INTERNAL", "101");
        await().atMost(Stack.PATIENCE).untilAsserted(() -> assertThat(CALLS.told())
                .containsExactlyInAnyOrder(
                        "tag +4930666 blocked",
                        "reject +4930666",
                        "route +4930777 102",
                        "proceed +4930888",
                        "proceed 101"));
        stack.values().put(portal, "scripts", "moving", "yes");
        asked("INCOMING", "+4930999");
        await().atMost(Stack.PATIENCE)
                .untilAsserted(() -> assertThat(CALLS.told()).contains("ask +4930999 shop-is-moving 200"));
    }

    @Test
    @Tag("S0.24")
    void recordMeetings() throws IOException {
        MEETINGS.told().clear();
        var script = run("record-meetings.js");
        join("Bo");
        joinRecorded("Ada");
        joinRecorded("Grace");
        awaitTold("record m", "post m This meeting is recorded. Write \"/off\" to end that.");
        stack.awaitLine(portal, script.id(), "The meeting is being recorded already");
        stack.events().publish(portal, TestEvents.CHAT, "m", new TestEvents.Posted("m", Optional.of("p"), "/off"));
        awaitTold("no more record m");
        joinRecorded("Alan");
        end();
        joinRecorded("Ada");
        awaitTold("record m", "post m This meeting is recorded. Write \"/off\" to end that.");
    }

    private void joinRecorded(String name) {
        stack.events().publish(portal, TestEvents.JOINED, "m", TestEvents.Joined.in("Board (recorded)", name));
    }

    /** This, and nothing else since the last time. */
    private static void awaitTold(String... lines) {
        await().atMost(Stack.PATIENCE)
                .untilAsserted(() -> assertThat(MEETINGS.told()).containsExactly(lines));
        MEETINGS.told().clear();
    }

    @Test
    void webhook() throws IOException {
        stack.scripts().allowHosts(portal, List.of("hooks.example.com"), Callers.administrator(portal));
        stack.http().answering(call -> FakeHttp.json(call.body().orElse("").contains("Bob") ? 500 : 204, ""));
        var script = run("webhook.js");
        join("Ada");
        join("Bob");
        var line = stack.awaitLine(portal, script.id(), "https://hooks.example.com/patchbay answered 500");
        assertThat(line.level()).isEqualTo(LogLine.Level.ERROR);
        assertThat(line.text()).contains("script.js:9");
        assertThat(stack.http().calls())
                .filteredOn(call -> call.uri().getHost().equals("hooks.example.com"))
                .hasSize(2)
                .first()
                .satisfies(call -> assertThat(call.body().orElseThrow())
                        .startsWith("{\"type\":\"meeting.participant.joined\",\"subject\":\"m\",\"data\":{"));
    }

    @Test
    void greeting() throws IOException {
        var script = run("greeting.js");
        join("Ada");
        join("Ada");
        stack.awaitLine(portal, script.id(), "Ada is here for the 2. time");
        assertThat(stack.texts(portal, script.id())).containsExactly("Welcome, Ada!", "Ada is here for the 2. time");
        assertThat(stack.values().get(portal, "scripts", "visits/Ada")).hasValue("2");
    }

    @Test
    void longMeeting() throws IOException {
        stack.values().put(portal, "scripts", "long-meeting/minutes", "0.01");
        var script = run("long-meeting.js");
        stack.events().publish(portal, "meeting.started", "m", new TestEvents.Started("m", "Weekly", "h", "Host"));
        var line = stack.awaitLine(portal, script.id(), "\"Weekly\" has gone on for 0.01 minutes");
        assertThat(line.level()).isEqualTo(LogLine.Level.WARN);
        await().atMost(Stack.PATIENCE).untilAsserted(() -> assertThat(stack.texts(portal, script.id()))
                .hasSize(1));
    }
}
