package org.patchbay.scripting.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static TestWorker worker;

    @BeforeAll
    static void start() throws IOException {
        worker = new TestWorker();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void hearsAnEventAndLogs() {
        worker.run(
                1,
                """
                import { events } from 'patchbay/events';
                events.on('meeting.started', async event => {
                    await null;
                    console.log('Title', event.data.title, { a: [1] });
                });
                """);
        worker.event(1, 7, "meeting.started", "m1", "{\"title\":\"Grüße\"}");

        assertThat(worker.log(1, "Title")).isEqualTo(new Message(Kind.LOG, 1, 1, "Title Grüße {\"a\":[1]}"));
        assertThat(worker.await(Kind.DONE, 1).text()).isEqualTo("7,");
    }

    @Test
    void anEventHasTheAttributesOfCloudEvents() {
        worker.run(
                9,
                """
                import { events } from 'patchbay/events';
                events.on('a.b', event => console.log('all', event));
                """);
        worker.event(9, 3, "a.b", "it's \u00e4", "{\"x\":[1,{\"y\":null}]}");
        assertThat(worker.log(9, "all").text())
                .isEqualTo("all {\"id\":\"e3\",\"source\":\"/testing\",\"type\":\"a.b\",\"portal\":\"portal\","
                        + "\"subject\":\"it's \u00e4\",\"time\":\"2026-01-01T10:00:00Z\",\"data\":{\"x\":[1,{\"y\":null}]},"
                        + "\"sequence\":3}");
    }

    @Test
    void callsTheHostAndSettles() {
        worker.run(
                2,
                """
                import { crm } from 'patchbay/crm';
                import { events } from 'patchbay/events';
                events.on('call.*', async event => {
                    const found = await crm.findByEmail('a@b.c', { limit: 1 });
                    console.log('found', found.name);
                    try {
                        await crm.journal();
                    } catch (e) {
                        console.warn(e.code, e.message);
                    }
                    await crm.journal();
                });
                """);
        worker.event(2, 1, "call.ended", "c", "{}");

        var call = worker.await(Kind.CALL, 2);
        assertThat(call.text()).isEqualTo("patchbay/crm\nfindByEmail\ne1\n[\"a@b.c\",{\"limit\":1}]");
        worker.send(Kind.RESULT, 2, call.number(), "{\"name\":\"Ada\"}");
        assertThat(worker.log(2, "found").text()).isEqualTo("found Ada");
        worker.send(
                Kind.ERROR, 2, worker.await(Kind.CALL, 2).number(), "{\"message\":\"No CRM\",\"code\":\"crm.none\"}");
        assertThat(worker.log(2, "crm.none").text()).isEqualTo("crm.none No CRM");
        worker.send(
                Kind.ERROR, 2, worker.await(Kind.CALL, 2).number(), "{\"message\":\"No CRM\",\"code\":\"crm.none\"}");
        assertThat(worker.log(2, "No CRM").text())
                .startsWith("call.ended: Error: No CRM (")
                .contains("script.js:11");
        worker.await(Kind.DONE, 2);
    }

    @Test
    void handlesOneSubjectInOrderAndOthersMeanwhile() {
        worker.run(
                3,
                """
                import { events } from 'patchbay/events';
                import { kv } from 'patchbay/kv';
                events.on('*', async event => { await kv.get(event.id); });
                """);
        worker.event(3, 1, "x", "same", "{}");
        worker.event(3, 2, "x", "same", "{}");
        worker.event(3, 3, "x", "other", "{}");

        var first = worker.await(Kind.CALL, 3);
        var other = worker.await(Kind.CALL, 3);
        assertThat(List.of(first.text(), other.text())).allMatch(text -> !text.contains("e2"));
        worker.send(Kind.RESULT, 3, first.number(), "");
        assertThat(worker.await(Kind.CALL, 3).text()).contains("e2");
    }

    @Test
    void namesTheLineOfAThrow() {
        worker.run(
                4,
                """
                import { events } from 'patchbay/events';
                events.on('boom', event => {
                    event.data.missing.field;
                });
                events.on('lost', event => { Promise.reject(new Error('nobody cares')); });
                """);
        worker.event(4, 1, "boom", "s", "{}");
        assertThat(worker.log(4, "boom").text()).startsWith("boom: TypeError: ").contains("script.js:3");
        assertThat(worker.await(Kind.DONE, 4).text()).isEqualTo("1,");

        worker.event(4, 2, "lost", "s", "{}");
        assertThat(worker.log(4, "nobody cares").text())
                .contains("Unhandled promise rejection")
                .contains("script.js:5");
    }

    @Test
    void saysWhyAModuleDoesNotLoad() {
        worker.load(5, "import fs from 'fs';");
        assertThat(worker.await(Kind.BROKE, 5).text()).contains("fs");
        worker.load(5, "await null;\nthrow new Error('no');");
        assertThat(worker.await(Kind.BROKE, 5).text()).isEqualTo("Error: no (at script.js:2:7)");
    }

    @Test
    void findsSyntaxErrors() {
        worker.send(Kind.CHECK, 0, 1, "let a = 1;\nlet b = ;\n");
        assertThat(worker.await(Kind.CHECKED)).satisfies(message -> {
            assertThat(message.number()).isEqualTo(1);
            assertThat(message.text()).startsWith("2:9:Expected an operand");
        });
        worker.send(Kind.CHECK, 0, 2, "import { a } from 'patchbay/a';\nawait a.b();");
        assertThat(worker.await(Kind.CHECKED).text()).isEmpty();
        worker.send(Kind.CHECK, 0, 3, "(".repeat(200_000));
        assertThat(worker.await(Kind.CHECKED).text()).isNotEmpty();
    }

    @Test
    void showsNoJavaAndNothingOutside() {
        worker.run(
                6,
                """
                const names = ['Java', 'Polyglot', 'Packages', 'java', 'load', 'print', 'Graal', 'quit', 'exit', 'read',
                    'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'process', 'require', 'fetch'];
                console.log('there:', names.filter(name => name in globalThis).join());
                """);
        assertThat(worker.log(6, "there:").text()).isEqualTo("there: ");
    }

    @Test
    void timersFireAndStopWithTheScript() {
        worker.run(
                7,
                """
                const gone = setTimeout(() => console.log('never'), 1);
                clearTimeout(gone);
                setTimeout(text => console.log(text), 20, 'fired');
                const tick = () => { console.log('tick'); setTimeout(tick, 1); };
                tick();
                """);
        worker.log(7, "fired");
        worker.send(Kind.UNLOAD, 7, 0, "");
        worker.send(Kind.PING, 0, 70, "");
        worker.await(Kind.PONG);
        long ticks = ticks();
        worker.run(8, "setTimeout(() => console.log('later'), 200)");
        worker.log(8, "later");
        assertThat(ticks() - ticks).isLessThan(5);
        assertThat(worker.left()).noneMatch(message -> message.text().equals("never"));
    }

    private static long ticks() {
        return worker.left().stream()
                .filter(message -> message.text().equals("tick"))
                .count();
    }

    @Test
    void endsWithItsParent() throws Exception {
        try (var orphan = new TestWorker()) {
            orphan.load(1, "while (true) {}");
            orphan.process().getOutputStream().close();
            assertThat(orphan.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
