package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.sip.message.SipRequest;

/** A call that is recorded on a disk of a few pages, which only root can mount. */
final class FullDiskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Path home = Path.of("");
    private Path disk = Path.of("");

    @BeforeEach
    void mount(@TempDir Path folder) throws Exception {
        home = folder;
        disk = Files.createDirectory(folder.resolve("recordings"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=48k", "none", disk.toString()), "Only root mounts a disk");
    }

    @AfterEach
    void unmount() throws Exception {
        threads.shutdownNow();
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private static void recorded(TelephoneExchange exchange, String number) {
        Extension one = exchange.phones.find(exchange.portal, "ext-" + number).orElseThrow();
        exchange.phones.put(
                exchange.portal,
                new Extension(
                        one.id(),
                        one.number(),
                        one.name(),
                        one.person(),
                        one.department(),
                        20,
                        2,
                        Optional.empty(),
                        true,
                        false,
                        one.forwards(),
                        RecordingRule.ALWAYS,
                        false,
                        2));
    }

    private static List<String> recordingSteps(CallRecord call) {
        return call.path().stream()
                .filter(step -> step.decision().step().equals("recording"))
                .map(step -> step.decision().reason())
                .toList();
    }

    @Test
    void theCallGoesOnAndItsRecordSaysThatTheRecordingEnded() throws Exception {
        try (var exchange = new TelephoneExchange(home);
                var anna = new PaperPhone(exchange, "100");
                var bob = new PaperPhone(exchange, "101")) {
            recorded(exchange, "101");
            assertThat(bob.phone.register(600).status()).isEqualTo(200);
            Future<SipRequest> taken = threads.submit(bob::take);
            PaperPhone.Attempt call = anna.call("101");
            assertThat(call.status()).isEqualTo(200);
            taken.get();
            await().atMost(PATIENCE).until(() -> exchange.told.contains("RECORDING_STARTED"));
            await().atMost(PATIENCE).until(() -> exchange.told.contains("RECORDING_STOPPED DISK"));

            assertThat(anna.answer(anna.phone.inDialog("UPDATE", call.answer(), 10))
                            .status())
                    .isEqualTo(200);
            assertThat(exchange.board.size()).isEqualTo(1);
            assertThat(exchange.records).isEmpty();
            assertThat(anna.answer(anna.phone.inDialog("BYE", call.answer(), 11))
                            .status())
                    .isEqualTo(200);
            await().atMost(PATIENCE).until(() -> exchange.records.size() == 1);
            assertThat(exchange.records.get(0).result()).isEqualTo(CallResult.ANSWERED);
            assertThat(recordingSteps(exchange.records.get(0))).containsExactly("begun", "disk");
            try (Stream<Path> files = Files.walk(disk)) {
                Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
                assertThat(Files.size(file)).as("what was written stays").isGreaterThan(8_000);
            }
        }
    }
}
