package org.patchbay.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.itests.plugin.GoodPlugin;
import org.patchbay.itests.plugin.StuckActivator;
import org.patchbay.itests.plugin.StuckPlugin;

/** Plugins that never finish starting harm nobody else: not before the start, not while it runs, not when it stops. */
class BlockingPluginIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ServerProcess server;

    BlockingPluginIT(@TempDir Path folder) throws Exception {
        server = new ServerProcess(folder);
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    @Tag("S0.47")
    void aPluginThatNeverFinishesStartingHarmsOnlyItself() throws Exception {
        Path deploy = server.deploy();
        PluginJar.drop(deploy, "stuck", StuckPlugin.class);
        Path activator = PluginJar.drop(deploy, "stuck-activator", StuckActivator.class);
        PluginJar.drop(deploy, "good-before", GoodPlugin.class);

        server.start();
        server.logs("Plugin good-before 1.0.0 runs", SOON);
        PluginJar.drop(deploy, "good-later", GoodPlugin.class);
        server.logs("Plugin good-later 1.0.0 runs", SOON);
        server.logs(
                "Plugin stuck 1.0.0 does not run: It has not finished starting after 20 seconds; it is at "
                        + StuckPlugin.class.getName() + ".<init>",
                LIMIT);
        server.logs(
                "Plugin stuck-activator 1.0.0 does not run: It has not finished starting after 20 seconds; it is at "
                        + StuckActivator.class.getName() + ".start",
                LIMIT);

        Files.delete(activator);
        server.logs("Plugin stuck-activator 1.0.0 is gone", SOON);
        PluginJar.drop(deploy, "stuck", GoodPlugin.class);
        server.logs("Plugin stuck 1.0.0 runs", SOON);
        PluginJar.drop(deploy, "stuck", StuckPlugin.class);
        PluginJar.drop(deploy, "good-after", GoodPlugin.class);
        server.logs("Plugin good-after 1.0.0 runs", SOON);

        assertThat(server.stop(Duration.ofSeconds(45))).isZero();

        server.start();
        PluginJar.drop(deploy, "good-again", GoodPlugin.class);
        server.logs("Plugin good-again 1.0.0 runs", SOON);
    }
}
