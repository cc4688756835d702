package org.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class DurabilityTest {

    @Test
    @Timeout(60)
    void whatWasAcknowledgedIsThereAfterKill(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dderby.stream.error.file=target/derby.log",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledger.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int acknowledged = -1;
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                // The last line may be cut short.
                acknowledged = Math.max(acknowledged, Integer.parseInt("0" + line));
                if (acknowledged == 20) {
                    process.toHandle().destroyForcibly(); // kill -9, most likely within a commit
                }
            }
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).isGreaterThanOrEqualTo(20);
        try (TwoSlices slices = Acknowledger.open(folder.toString())) {
            assertThat(slices.cups()).isGreaterThan(acknowledged);
            assertThat(slices.plates()).isEqualTo(slices.cups());
        }
    }
}
