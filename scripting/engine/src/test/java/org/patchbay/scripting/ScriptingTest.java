package org.patchbay.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.scripting.store.JpaRunStore;
import org.patchbay.testing.http.FakeHttp;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

class ScriptingTest {

    private static final String GREETER =
            """
            import { events } from 'patchbay/events';
            events.on('meeting.participant.joined', event => console.log('hello ' + event.data.name));
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("scripting");

    private static Stack stack;

    private final PortalId acme = new PortalId(Ids.next());
    private final PortalId globex = new PortalId(Ids.next());

    @BeforeAll
    static void start() {
        stack = new Stack(DATABASE, Map.of("runCpuMillis", 300, "minuteRequests", 3), new TestEvents());
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
    }

    @AfterEach
    void clear() {
        for (var portal : List.of(acme, globex)) {
            for (var script :
                    stack.scripts().list(portal, PageRequest.first(50)).items()) {
                stack.scripts().delete(portal, script.id(), Callers.administrator(portal));
            }
        }
    }

    private List<Event> published(String type) {
        return stack.events().published(type).stream()
                .filter(event -> event.portal().equals(acme))
                .toList();
    }

    private void join(PortalId portal, String name) {
        stack.events().publish(portal, TestEvents.JOINED, "m", TestEvents.Joined.named(name));
    }

    @Test
    void aSavedScriptHearsTheNextEvent() {
        join(acme, "before");
        var script = stack.run(acme, "greeter", GREETER);
        join(acme, "Ada");

        var line = stack.awaitLine(acme, script.id(), "hello Ada");
        assertThat(line.level()).isEqualTo(LogLine.Level.INFO);
        assertThat(stack.texts(acme, script.id())).containsExactly("hello Ada");
        assertThat(published(ScriptEvents.SAVED)).hasSize(1);
        assertThat(published(ScriptEvents.STARTED)).hasSize(1);
    }

    @Test
    void hearsPassingEventsToo() {
        var script = stack.run(acme, "muted", GREETER.replace("joined", "muted"));
        stack.events().publish(acme, TestEvents.MUTED, "m", TestEvents.Joined.named("Eve"));
        stack.awaitLine(acme, script.id(), "hello Eve");
    }

    @Test
    void refusesASyntaxErrorWithLineAndColumn() {
        var draft = new ScriptDraft("broken", "const a = 1;\nconst b = ;", true);
        assertThatThrownBy(() -> stack.scripts().create(acme, draft, Stack.by(acme)))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(e.code()).isEqualTo("script.syntax");
                    assertThat(e.params().get("line")).isEqualTo(2);
                    assertThat(e.params().get("column")).isEqualTo(11);
                    assertThat(e.errors().get(0).pointer()).isEqualTo("/source");
                    assertThat(e.errors().get(0).detail()).startsWith("line 2, column 11: ");
                });
        assertThat(stack.scripts().list(acme, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void aNewVersionTakesOverAndTheOldOneIsKept() {
        var first = stack.run(acme, "greeter", GREETER + "setTimeout(() => console.log('old timer'), 1500);");
        var draft = new ScriptDraft("greeter", GREETER.replace("hello", "welcome"), true);
        var second = stack.scripts().update(acme, first.id(), first.version(), draft, Stack.by(acme));
        stack.awaitState(acme, first.id(), Script.State.RUNNING);
        join(acme, "Ada");
        stack.awaitLine(acme, first.id(), "welcome Ada");

        assertThat(stack.scripts().versions(acme, first.id())).satisfiesExactly(version -> {
            assertThat(version.version()).isEqualTo(first.version());
            assertThat(version.source()).contains("hello");
            assertThat(version.author()).isEqualTo("Some system-owner");
        });
        assertThatThrownBy(() -> stack.scripts().update(acme, first.id(), first.version(), draft, Stack.by(acme)))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STALE));

        var off = new ScriptDraft("greeter", GREETER, false);
        stack.scripts().update(acme, first.id(), second.version(), off, Stack.by(acme));
        assertThat(stack.awaitState(acme, first.id(), Script.State.OFF).enabled())
                .isFalse();
        var other = stack.run(acme, "clock", "setTimeout(() => console.log('later'), 1600);");
        join(acme, "Unheard");
        stack.awaitLine(acme, other.id(), "later");
        assertThat(stack.texts(acme, first.id())).containsExactly("welcome Ada");
    }

    @Test
    void portalsNeverSeeEachOther() {
        var kv = GREETER + "import { kv } from 'patchbay/kv';\n"
                + "events.on('meeting.participant.joined', async () => console.log('sum ' + await kv.add('n', 1)));";
        var here = stack.run(acme, "same name", kv);
        var there = stack.run(globex, "same name", kv);
        join(acme, "Ada");
        join(acme, "Bob");
        join(globex, "Eve");

        stack.awaitLine(acme, here.id(), "sum 2");
        stack.awaitLine(globex, there.id(), "sum 1");
        assertThat(stack.texts(globex, there.id())).containsExactly("hello Eve", "sum 1");
        assertThat(stack.scripts().find(globex, here.id())).isEmpty();
        assertThatThrownBy(() -> stack.scripts().log(globex, here.id())).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> stack.scripts().versions(globex, here.id())).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> stack.scripts().delete(globex, here.id(), Callers.administrator(globex)))
                .isInstanceOf(PatchbayException.class);
        assertThat(stack.scripts().list(globex, PageRequest.first(10)).items())
                .extracting(Script::id)
                .containsExactly(there.id());
    }

    @Test
    void anEndlessScriptFailsAndDelaysNobody() {
        var bad = stack.run(
                acme,
                "endless",
                """
                import { events } from 'patchbay/events';
                events.on('meeting.participant.joined', () => { for (;;); });
                """);
        var good = stack.run(globex, "greeter", GREETER);
        for (int i = 0; i < 3; i++) {
            join(acme, "loop" + i);
        }
        join(globex, "Eve");
        stack.awaitLine(globex, good.id(), "hello Eve");

        var failed = stack.awaitState(acme, bad.id(), Script.State.FAILED);
        assertThat(failed.error().orElseThrow())
                .startsWith("Stopped while handling meeting.participant.joined: more than ");
        assertThat(published(ScriptEvents.FAILED)).hasSize(1);
        assertThat(stack.texts(acme, bad.id()))
                .filteredOn(text -> text.startsWith("Stopped while"))
                .hasSize(3);
    }

    @Test
    void aScriptThatWasStoppedAndRunsAgainSaysSoUntilItIsSaved() {
        var bad = stack.run(
                acme,
                "endless",
                """
                import { events } from 'patchbay/events';
                events.on('meeting.participant.joined', () => { for (;;); });
                """);
        join(acme, "loop");
        stack.awaitLine(acme, bad.id(), "Stopped while handling");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(stack.scripts().find(acme, bad.id())).hasValueSatisfying(script -> {
                            assertThat(script.state()).isEqualTo(Script.State.RUNNING);
                            assertThat(script.error().orElseThrow()).startsWith("Stopped while handling");
                        }));
        var mended = new ScriptDraft("endless", GREETER, true);
        stack.scripts().update(acme, bad.id(), bad.version(), mended, Stack.by(acme));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(stack.scripts().find(acme, bad.id())).hasValueSatisfying(script -> {
                            assertThat(script.state()).isEqualTo(Script.State.RUNNING);
                            assertThat(script.error()).isEmpty();
                        }));
    }

    @Test
    void aScriptThatThrowsWhileStartingHasFailed() {
        var script = stack.scripts().create(acme, new ScriptDraft("broken", "\nnull.field;", true), Stack.by(acme));
        var failed = stack.awaitState(acme, script.id(), Script.State.FAILED);
        assertThat(failed.error().orElseThrow()).startsWith("TypeError: ").contains("script.js:2");
    }

    @Test
    void anErrorOfAnyLengthEndsTheStart() {
        var source = "throw new Error('x'.repeat(1e7));";
        var script = stack.scripts().create(acme, new ScriptDraft("long", source, true), Stack.by(acme));
        var failed = stack.awaitState(acme, script.id(), Script.State.FAILED);
        assertThat(failed.error().orElseThrow()).startsWith("Error: xxx").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void whoTakesTheWorkerDownDoesSoOnceAndTheOthersGoOn() {
        var good = stack.run(globex, "greeter", GREETER);
        var bad = stack.scripts()
                .create(
                        acme,
                        new ScriptDraft("down", "let f = () => { try { f() } finally { f() } }; f();", true),
                        Stack.by(acme));
        var failed = stack.awaitState(acme, bad.id(), Script.State.FAILED);
        assertThat(failed.error().orElseThrow()).startsWith("Stopped while starting: ");
        join(globex, "Eve");
        stack.awaitLine(globex, good.id(), "hello Eve");
        assertThat(published(ScriptEvents.FAILED)).hasSize(1);
    }

    @Test
    void whoTakesTheWorkerDownTwiceHasToWait() {
        var running = stack.run(acme, "before", GREETER);
        for (int time = 0; time < 2; time++) {
            assertThat(failureOfOneThatTakesTheWorkerDown("down" + time)).startsWith("Stopped while starting: ");
        }
        assertThat(failureOfOneThatTakesTheWorkerDown("down again")).startsWith("Not started: ");

        var good = stack.run(globex, "greeter", GREETER);
        join(globex, "Eve");
        stack.awaitLine(globex, good.id(), "hello Eve");
        join(acme, "Ada");
        stack.awaitLine(acme, running.id(), "hello Ada");
    }

    private String failureOfOneThatTakesTheWorkerDown(String name) {
        var draft = new ScriptDraft(name, "let f = () => { try { f() } finally { f() } }; f();", true);
        var script = stack.scripts().create(acme, draft, Stack.by(acme));
        return stack.awaitState(acme, script.id(), Script.State.FAILED).error().orElseThrow();
    }

    @Test
    void nothingIsLostWhenTheWorkerIsKilled() {
        var counter = stack.run(
                acme,
                "counter",
                """
                import { events } from 'patchbay/events';
                import { kv } from 'patchbay/kv';
                events.on('meeting.participant.joined', async event => {
                    await kv.put(event.data.name, 'heard');
                    if (event.data.name === 'n299') console.log('all');
                });
                """);
        IntStream.range(0, 100).forEach(n -> join(acme, "n" + n));
        var pid = stack.host().workerPid().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        IntStream.range(100, 300).forEach(n -> join(acme, "n" + n));

        stack.awaitLine(acme, counter.id(), "all");
        await().atMost(Stack.PATIENCE).untilAsserted(() -> assertThat(IntStream.range(0, 300)
                        .filter(n ->
                                stack.values().get(acme, "scripts", "n" + n).isEmpty())
                        .boxed())
                .isEmpty());
        assertThat(stack.host().workerPid().orElseThrow()).isNotEqualTo(pid);
    }

    @Test
    void catchesUpFromTheJournalWhenItFellBehind() {
        var slow = stack.run(
                acme,
                "slow",
                """
                import { events } from 'patchbay/events';
                let sum = 0;
                events.on('meeting.participant.joined', event => {
                    if (event.data.name === 'n0') {
                        const end = Date.now() + 200;
                        // Each look at the clock allocates; many of them would end the run at its limit.
                        while (Date.now() < end) for (let i = 0; i < 10_000; i++);
                    }
                    sum++;
                    if (event.data.name === 'n4999') console.log('sum ' + sum);
                });
                """);
        IntStream.range(0, 5_000).forEach(n -> join(acme, "n" + n));
        stack.awaitLine(acme, slow.id(), "sum 5000");
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws Exception {
        var script = stack.run(acme, "greeter", GREETER);
        join(acme, "Ada");
        stack.awaitLine(acme, script.id(), "hello Ada");
        stack.restart();
        join(acme, "Bob");
        stack.awaitLine(acme, script.id(), "hello Bob");
        assertThat(stack.texts(acme, script.id())).containsExactly("hello Ada", "hello Bob");
        assertThat(stack.scripts().log(acme, script.id()))
                .extracting(LogLine::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void aMemoryLeakIsTheLeakersOwnProblem() {
        var neighbour = stack.run(globex, "greeter", GREETER);
        var leaker = stack.run(
                acme,
                "leaker",
                """
                import { events } from 'patchbay/events';
                const kept = [];
                events.on('meeting.participant.joined', () => { kept.push(new Uint8Array(30 << 20).fill(1)); });
                """);
        for (int i = 0; i < 60; i++) {
            join(acme, "leak" + i);
        }
        stack.awaitState(acme, leaker.id(), Script.State.FAILED);
        join(globex, "Eve");
        stack.awaitLine(globex, neighbour.id(), "hello Eve");
    }

    @Test
    void anotherWorkerIsOnItsWayBeforeOneThatCannotBeSavedHasEnded() {
        var neighbour = stack.run(
                globex, "ticker", "const tick = () => { console.log(Date.now()); setTimeout(tick, 200); }; tick();");
        var harmful = stack.run(
                acme,
                "harmful",
                """
                import { events } from 'patchbay/events';
                events.on('meeting.participant.joined', () => { 3n ** 50000000n; });
                """);
        var pid = stack.host().workerPid();
        join(acme, "Mallory");
        stack.awaitState(acme, harmful.id(), Script.State.FAILED);
        await().atMost(Stack.PATIENCE)
                .until(() -> stack.host().workerPid().isPresent()
                        && !stack.host().workerPid().equals(pid));

        var failed =
                stack.awaitLine(acme, harmful.id(), "The script has failed").time();
        var next = ProcessHandle.of(stack.host().workerPid().orElseThrow()).orElseThrow();
        assertThat(next.info().startInstant().orElseThrow()).isBefore(failed);
        await().atMost(Stack.PATIENCE).until(() -> stack.texts(globex, neighbour.id()).stream()
                .mapToLong(Long::parseLong)
                .anyMatch(tick -> tick > failed.toEpochMilli()));
    }

    @Test
    void saysClearlyThatAModuleIsNotThere() {
        var script = stack.run(
                acme,
                "crm",
                """
                import { crm } from 'patchbay/crm';
                import { kv } from 'patchbay/kv';
                import { events } from 'patchbay/events';
                events.on('meeting.participant.joined', async () => {
                    try { await kv.got('a'); } catch (e) { console.log(e.code); }
                    try { await kv.get(1); } catch (e) { console.log(e.message); }
                    try { await kv.get(); } catch (e) { console.log(e.message); }
                    await crm.findByEmail('a@b.c');
                });
                """);
        join(acme, "Ada");
        stack.awaitLine(acme, script.id(), "Error: patchbay/crm is not there at the moment (");
        assertThat(stack.texts(acme, script.id()))
                .anyMatch(text -> text.equals("function.unknown"))
                .anyMatch(text -> text.equals("patchbay/kv.get: argument 1, key must be text"))
                .anyMatch(text -> text.equals("patchbay/kv.get: argument 1, key, is missing"))
                .anyMatch(text -> text.equals("patchbay/crm.findByEmail: patchbay/crm is not there at the moment"));
    }

    @Test
    void requestsGoOnlyWhereThePortalAllowsAndNotTooOften() {
        stack.scripts().allowHosts(acme, List.of("API.example.com", "*.example.org"), Callers.administrator(acme));
        assertThat(stack.scripts().allowedHosts(acme)).containsExactly("api.example.com", "*.example.org");
        assertThat(stack.scripts().allowedHosts(globex)).isEmpty();
        stack.http().answering(call -> FakeHttp.json(201, "{\"ok\":true}"));
        var script = stack.run(
                acme,
                "http",
                """
                import { http } from 'patchbay/http';
                const reply = await http.post('https://api.example.com/x', { a: 1 }, { headers: { 'X-A': 'b' } });
                console.log(reply.status, JSON.parse(reply.body).ok);
                for (const url of ['https://evil.example.net/', 'https://a.example.org/', 'https://a.example.org/']) {
                    try { console.log((await http.get(url)).status); } catch (e) { console.log(e.code); }
                }
                """);
        assertThat(stack.texts(acme, script.id())).contains("201 true", "http.host", "201", "http.many");
        assertThat(stack.http().calls().get(0)).satisfies(call -> {
            assertThat(call.body()).hasValue("{\"a\":1}");
            assertThat(call.headers()).containsEntry("X-A", "b").containsEntry("Content-Type", "application/json");
        });
        assertThatThrownBy(() ->
                        stack.scripts().allowHosts(acme, List.of("ok.example", "no/pe"), Callers.administrator(acme)))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/allowedHosts/1"));
    }

    @Test
    void deletingStopsEverything() {
        var script =
                stack.run(acme, "ticker", "const tick = () => { console.log('tick'); setTimeout(tick, 5); }; tick();");
        stack.awaitLine(acme, script.id(), "tick");
        stack.scripts().delete(acme, script.id(), Callers.administrator(acme));
        assertThat(stack.scripts().find(acme, script.id())).isEmpty();
        assertThat(published(ScriptEvents.DELETED)).hasSize(1);
        var again = stack.run(acme, "ticker", "setTimeout(() => console.log('quiet'), 300);");
        stack.awaitLine(acme, again.id(), "quiet");
        assertThat(stack.texts(acme, again.id())).containsExactly("quiet");
    }

    @Test
    void theScriptsOfADeletedPortalStop() {
        stack.run(
                acme,
                "ticker",
                """
                import { http } from 'patchbay/http';
                const tick = () => { http.get('https://tick.example/').catch(() => {}); setTimeout(tick, 5); };
                tick();
                """);
        new JpaRunStore(DATABASE.jpa()).erase(acme);
        stack.events().publish(PortalId.ROOT, "portal.deleted", acme.value(), new TestEvents.Gone(acme));
        await().atMost(Stack.PATIENCE).until(() -> stack.host().running(acme) == 0);
    }
}
