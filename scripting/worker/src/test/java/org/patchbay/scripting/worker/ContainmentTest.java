package org.patchbay.scripting.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that mean harm; a well-behaved neighbour must not notice. */
class ContainmentTest {

    private static final String NEIGHBOUR =
            """
            import { events } from 'patchbay/events';
            events.on('hello', event => { console.log('hello ' + event.data.n); });
            """;
    private static TestWorker worker;
    private static int handles = 100;

    @BeforeAll
    static void start() throws IOException {
        worker = new TestWorker("runCpuMillis=500", "minuteLogLines=50");
        worker.run(1, NEIGHBOUR);
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) { try { while (true) {} } catch (e) {} finally { continue; } }",
                "const all = []; for (;;) all.push(new Array(1000).fill(1));",
                "const s = 'x'.repeat(2 ** 20), all = []; for (;;) all.push(s.replaceAll('x', 'yy'));",
                "/^(a+)+\\1$/.test('a'.repeat(40) + 'b')",
                "new Array(20_000_000).fill(0).map((v, i) => -i).sort((a, b) => a - b)",
                "const again = () => Promise.resolve().then(again); again();",
                "(async () => { for (;;) await null; })()",
                "new Array(2 ** 29).fill('memory')"
            })
    void stopsTheScriptAlone(String harm) {
        int script = handles++;
        worker.run(script, "import { events } from 'patchbay/events'; events.on('harm', () => { " + harm + "});");
        worker.event(script, 9, "harm", "s", "{}");
        worker.event(1, script, "hello", "s", "{\"n\":" + script + "}");

        worker.log(1, "hello " + script);
        assertThat(worker.await(Kind.OVER, script)).satisfies(message -> {
            assertThat(message.number()).isEqualTo(9);
            assertThat(message.text()).containsPattern("more (than|memory)");
        });
    }

    @Test
    void stopsALoopWhileLoading() {
        worker.load(50, "while (true) {}");
        assertThat(worker.await(Kind.OVER, 50).text()).startsWith("more than ");
    }

    @Test
    void recursionIsAnErrorLikeAnyOther() {
        worker.run(
                51, "function deeper() { return 1 + deeper(); }\ntry { deeper(); } catch (e) { console.log(e.name); }");
        worker.log(51, "RangeError");
    }

    @Test
    void holdsBackALogFlood() {
        worker.run(52, "for (let i = 0; i < 5_000; i++) console.log('line ' + i + 'x'.repeat(5000));");
        worker.log(52, "The log is full");
        assertThat(worker.left())
                .filteredOn(message -> message.kind() == Kind.LOG && message.script() == 52)
                .hasSize(50)
                .allMatch(message -> message.text().length() < 4_100);
    }

    @Test
    void boundsTimersAndCalls() {
        worker.run(
                53,
                """
                import { kv } from 'patchbay/kv';
                let timers = 0, calls = 0;
                try { for (;;) { setTimeout(() => {}, 100_000); timers++; } } catch (e) { console.log(timers + e.message); }
                for (let i = 0; i < 150; i++) kv.get('a').catch(e => console.log(e.message));
                """);
        worker.log(53, "100At most 100 timers");
        worker.log(53, "At most 100 calls");
    }

    @Test
    void aBigIntTakesTheWorkerWithIt() throws Exception {
        try (var doomed = new TestWorker("runCpuMillis=300")) {
            doomed.run(1, "import { events } from 'patchbay/events'; events.on('*', () => { 3n ** 50000000n; });");
            doomed.event(1, 5, "x", "s", "{}");
            doomed.await(Kind.TROUBLE);
            assertThat(doomed.await(Kind.FATAL)).satisfies(message -> {
                assertThat(message.number()).isEqualTo(5);
                assertThat(message.text()).startsWith("more than ").endsWith(", and could not be stopped");
            });
            assertThat(doomed.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
