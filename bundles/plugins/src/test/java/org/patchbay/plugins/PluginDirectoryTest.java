package org.patchbay.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.testing.Patience;

@Timeout(2 * Patience.SECONDS)
class PluginDirectoryTest {

    private final Semaphore changes = new Semaphore(0);

    private PluginDirectory directory(Duration patience) {
        var directory = new PluginDirectory(patience);
        directory.onChange(changes::release);
        return directory;
    }

    private OfferedPlugin only(PluginDirectory directory) throws InterruptedException {
        assertThat(changes.tryAcquire(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.plugins()).hasSize(1);
        return directory.plugins().get(0);
    }

    @Test
    void whoBringsAPluginIsNotHeldUpByIt() throws Exception {
        var directory = directory(Duration.ofMillis(50));
        var asked = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var blocks = new Named(() -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "late";
        });
        directory.add(blocks, Map.of());
        asked.await();

        assertThat(only(directory).failure()).contains("It does not answer when asked what it is");
        directory.remove(blocks);
        assertThat(directory.plugins()).isEmpty();
        interrupted.await();
    }

    @Test
    void aLateAnswerCounts() throws Exception {
        var directory = directory(Duration.ofMillis(50));
        var go = new CountDownLatch(1);
        directory.add(
                new Named(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "late";
                }),
                Map.of());
        assertThat(only(directory).failure()).isPresent();
        go.countDown();
        assertThat(only(directory).name()).isEqualTo("late");
    }

    @Test
    @NullUnmarked // as a plugin that was compiled without checks
    void aPluginWithoutANameHasFailed() throws Exception {
        var directory = directory(Duration.ofMinutes(1));
        directory.add(new Named(() -> null), Map.of());
        assertThat(only(directory)).satisfies(plugin -> {
            assertThat(plugin.name()).isEmpty();
            assertThat(plugin.failure()).contains("Its name is not of the form crm-hubspot");
        });
    }

    @Test
    void whateverItThrowsIsContained() throws Exception {
        var directory = directory(Duration.ofMinutes(1));
        directory.add(
                new Named(() -> {
                    throw new StackOverflowError();
                }),
                Map.of());
        assertThat(only(directory).failure().orElseThrow()).contains("StackOverflowError");
    }

    private record Named(Supplier<String> says) implements Plugin {

        @Override
        public String name() {
            return says.get();
        }

        @Override
        public String title() {
            return "Named";
        }

        @Override
        public String settingsSchema() {
            return SamplePlugin.SCHEMA;
        }

        @Override
        public String test(org.patchbay.api.plugins.Settings settings) {
            return "";
        }
    }
}
