package org.patchbay.scripting.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A worker JVM, and the server's side of the conversation with it. */
final class TestWorker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Outbox outbox;
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    private final List<Message> left = new ArrayList<>();

    TestWorker(String... settings) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        for (var setting : settings) {
            command.add("-Dpatchbay.scripts." + setting);
        }
        command.add(WorkerMain.class.getName());
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        outbox = new Outbox(process.getOutputStream());
        daemon(outbox);
        daemon(this::listen);
        await(Kind.READY);
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, thrown) -> {});
        thread.start();
    }

    private void listen() {
        var reader = new FrameReader(process.getInputStream());
        try {
            while (reader.next(heard::add)) {
                // heard took it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(int script, String source) {
        outbox.send(Message.of(Kind.LOAD, script, source));
    }

    /** Loads and waits until the module is evaluated. */
    void run(int script, String source) {
        load(script, source);
        await(message -> message.kind() == Kind.LOADED && message.script() == script);
    }

    void send(Kind kind, int script, long number, String text) {
        outbox.send(new Message(kind, script, number, text));
    }

    void event(int script, long number, String type, String subject, String data) {
        var head = String.join(
                "\u001f", "e" + number, "/testing", type, "portal", subject, "2026-01-01T10:00:00Z", "", "" + number);
        send(Kind.EVENT, script, number, head + "\u001f" + data);
    }

    Message await(Kind kind) {
        return await(message -> message.kind() == kind);
    }

    /** The next message of this kind about the script. */
    Message await(Kind kind, int script) {
        return await(message -> message.kind() == kind && message.script() == script);
    }

    Message log(int script, String part) {
        return await(message -> message.kind() == Kind.LOG
                && message.script() == script
                && message.text().contains(part));
    }

    /** Takes the first such message that nobody has taken yet; the others stay. */
    Message await(Predicate<Message> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; ; i++) {
            while (i >= left.size()) {
                left.add(poll(end));
            }
            if (wanted.test(left.get(i))) {
                return left.remove(i);
            }
        }
    }

    private Message poll(long end) {
        try {
            var message = heard.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(message).as("awaited; left %s", left).isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was heard and not taken, up to now. */
    List<Message> left() {
        heard.drainTo(left);
        return left;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
