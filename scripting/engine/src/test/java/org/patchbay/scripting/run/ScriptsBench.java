package org.patchbay.scripting.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.worker.Kind;
import org.patchbay.scripting.worker.Message;
import org.patchbay.scripting.worker.Supervisor;
import org.patchbay.scripting.worker.WorkerLink;
import org.patchbay.scripting.worker.WorkerListener;
import org.patchbay.scripting.worker.WorkerSettings;

/**
 * Measures events through the worker and back, the journal excluded: how many a second against a bare GraalJS loop with
 * the same handler, and how long one takes from being offered to the word that its handler has finished, at 5,000 a
 * second, beside a process that only echoes, second by second in turn. Arguments: the worker's class path, seconds a
 * measurement. Exit code 1 beyond a limit.
 */
public final class ScriptsBench {

    private static final double WANTED_RATIO = 0.3;
    private static final long WANTED_P99_MICROS = 1_000;
    private static final int MOST_UNDERWAY = 900;
    private static final String HEAP = "-Xmx192m";

    private final int seconds;
    private final CountDownLatch running = new CountDownLatch(1);
    private final RunningScript script;
    private final Pace pace = new Pace(number -> offer());
    private boolean beyond;
    private long sequence;

    private ScriptsBench(int seconds) {
        this.seconds = seconds;
        var source = "import { events } from 'patchbay/events';\n" + BareLoop.HANDLER
                + "events.on('meeting.participant.joined', handler);";
        var stored =
                new Script("bench", "bench", source, true, Script.State.STARTING, Optional.empty(), Instant.EPOCH, 1);
        script = new RunningScript(new ScriptKey(new PortalId("bench"), "bench"), stored, 0, 120, new NothingAround());
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[1]);
        var bare = bare(arguments[0], seconds);
        var bench = new ScriptsBench(seconds);
        bench.measure(arguments[0], bare.get(0), bare.get(1));
        System.exit(bench.beyond ? 1 : 0);
    }

    private static List<Long> bare(String workerClassPath, int seconds) throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(WorkerSettings.JVM);
        command.addAll(List.of(
                HEAP,
                "-cp",
                System.getProperty("java.class.path") + ":" + workerClassPath,
                BareLoop.class.getName(),
                Integer.toString(seconds)));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return out.lines().map(Long::parseLong).toList();
    }

    private void measure(String workerClassPath, long bareParsed, long barePlain) throws Exception {
        var arguments = new ArrayList<>(WorkerSettings.JVM);
        arguments.add(HEAP);
        Optional.ofNullable(System.getProperty("bench.worker")).ifPresent(arguments::add);
        for (var limit : List.of("runCpuMillis", "minuteCpuMillis", "minuteAllocationMiB")) {
            arguments.add("-Dpatchbay.scripts." + limit + "=10000000");
        }
        var settings = new WorkerSettings(workerClassPath, arguments, Duration.ofSeconds(30), Optional.empty());
        try (var supervisor = new Supervisor(settings, new Listener())) {
            supervisor.start();
            running.await();
            rate();
            long rate = rate();
            System.out.printf(
                    Locale.ROOT,
                    "scripts: %,d events/s through the worker and back; bare loop %,d with JSON, %,d without%n",
                    rate,
                    bareParsed,
                    barePlain);
            System.out.printf(
                    Locale.ROOT,
                    "scripts: ratio to the bare loop %.2f with JSON, %.2f without (wanted: 0.30)%n",
                    (double) rate / bareParsed,
                    (double) rate / barePlain);
            beyond = (double) rate / bareParsed < WANTED_RATIO;
            latency();
        }
    }

    private void latency() throws IOException {
        try (var peer = new EchoPeer(WorkerSettings.JVM)) {
            var echo = peer.pace();
            long number = 0;
            for (int i = 0; i < 6 * seconds; i++) {
                if (i == 2 * seconds) {
                    echo.warm();
                    pace.warm();
                }
                number = echo.second(number);
                pace.second(sequence + 1);
            }
            tell("echo", echo.latency(), "");
            tell("scripts", pace.latency(), " (wanted: p99 below 1,000)");
            beyond |= pace.latency().p99() >= WANTED_P99_MICROS;
        }
    }

    private static void tell(String what, Pace.Latency latency, String wanted) {
        System.out.printf(
                Locale.ROOT,
                "scripts: at %,d events/s, %s there and back p50 %,d µs, p99 %,d µs in the second in the middle,"
                        + " longest %,d µs%s%n",
                Pace.A_SECOND,
                what,
                latency.p50(),
                latency.p99(),
                latency.longest(),
                wanted);
    }

    private void offer() {
        script.offer(Parcel.of(BenchEvents.event(++sequence)));
    }

    /** Events a second when there is always one more. */
    private long rate() {
        long first = sequence;
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            while (sequence - script.position() > MOST_UNDERWAY) {
                LockSupport.parkNanos(20_000);
            }
            for (int i = 0; i < 50; i++) {
                offer();
            }
        }
        settle();
        return (sequence - first) * 1_000_000_000L / (System.nanoTime() - begun);
    }

    private void settle() {
        while (script.position() < sequence) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Notes when the worker says that events are done: their numbers are the sequence, since every one is sent. */
    private final class Listener implements WorkerListener {

        @Override
        public void ready(WorkerLink link) {
            script.ready(link);
        }

        @Override
        public void heard(Message message) {
            if (message.kind() == Kind.DONE && pace.waiting()) {
                for (var number : message.text().split(",")) {
                    pace.answered(Long.parseLong(number));
                }
            }
            script.heard(message);
            if (message.kind() == Kind.LOADED) {
                running.countDown();
            }
        }

        @Override
        public void gone() {
            System.err.println("The worker has gone");
        }
    }

    /** Keeps nothing. */
    private static final class NothingAround implements Stage {

        @Override
        public int handle(RunningScript script) {
            return 1;
        }

        @Override
        public void release(int handle) {}

        @Override
        public void log(ScriptKey key, LogLine.Level level, String text) {
            System.err.println(text);
        }

        @Override
        public void harmed(ScriptKey key) {}

        @Override
        public void state(ScriptKey key, Script.State state, Optional<String> error) {}

        @Override
        public void readJournal(RunningScript script, long after, int limit) {
            new Thread(() -> script.read(after, List.of())).start();
        }

        @Override
        public void call(RunningScript script, int handle, ModuleCall call) {}
    }
}
