package org.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private final Path folder;

    PreflightTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesTheDataFolder() throws Exception {
        new DataFolder(folder.resolve("new/data")).take();
        assertThat(folder.resolve("new/data/deploy")).isDirectory();
        assertThat(folder.resolve("new/data/keys")).isDirectory();
        assertThat(permissions("new/data")).isEqualTo("rwxr-x---");
        assertThat(permissions("new/data/log")).isEqualTo("rwx------");
    }

    @Test
    void letsOneServerHaveTheData() {
        new DataFolder(folder).take();
        assertFails(() -> new DataFolder(folder).take(), ExitCode.DATA_IN_USE, "PATCHBAY_DATA");
    }

    @Test
    void refusesDataThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertFails(() -> new DataFolder(file).take(), ExitCode.DATA_FOLDER, "PATCHBAY_DATA");
    }

    @Test
    void refusesADiskThatIsFull() {
        DataFolder data = new DataFolder(folder);
        data.requireRoom(200L << 20);
        assertFails(() -> data.requireRoom(7L << 20), ExitCode.DATA_FOLDER, "has 7 MB left");
    }

    @Test
    void namesTheTcpPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Settings settings = settings("PATCHBAY_HTTP_PORT", taken.getLocalPort());
            assertFails(() -> new Ports().check(settings), ExitCode.PORT, "PATCHBAY_HTTP_PORT");
        }
    }

    @Test
    void namesTheUdpPortThatIsTaken() throws Exception {
        Settings settings = free();
        try (DatagramSocket taken = new DatagramSocket(settings.mediaPort())) {
            assertThat(taken.isBound()).isTrue();
            assertFails(() -> new Ports().check(settings), ExitCode.PORT, "PATCHBAY_MEDIA_PORT");
        }
    }

    @Test
    @Tag("S0.51")
    void letsNobodyInWhileItLooksAtThePorts() throws Exception {
        Settings settings = free();
        AtomicBoolean looking = new AtomicBoolean(true);
        CompletableFuture<Void> visitor = CompletableFuture.runAsync(() -> {
            while (looking.get()) {
                // From another address: from the same one, a socket can meet itself.
                assertThatThrownBy(() ->
                                new Socket("127.0.0.1", settings.httpPort(), InetAddress.getByName("127.0.0.2"), 0))
                        .isInstanceOf(ConnectException.class);
            }
        });
        for (int look = 0; look < 2_000; look++) {
            new Ports().check(settings);
        }
        looking.set(false);
        visitor.get();
    }

    @Test
    void refusesOnePortForTwo() {
        assertFails(
                () -> new Ports().check(settings("PATCHBAY_HTTP_PORT", 8443)), ExitCode.SETTING, "PATCHBAY_HTTPS_PORT");
    }

    @Test
    void namesTheNumberThatIsNone() throws Exception {
        Files.writeString(
                folder.resolve("one.cfg"), "days = ${env:PATCHBAY_SESSION_DAYS:-14}\nname = ${env:PATCHBAY_X:-x}\n");
        NumberSettings numbers = new NumberSettings(folder);

        numbers.check(new Environment(Map.of("PATCHBAY_SESSION_DAYS", "7", "PATCHBAY_X", "y")));
        numbers.check(new Environment(Map.of("PATCHBAY_SESSION_DAYS", "-1")));
        assertFails(
                () -> numbers.check(new Environment(Map.of("PATCHBAY_SESSION_DAYS", "abc"))),
                ExitCode.SETTING,
                "PATCHBAY_SESSION_DAYS");
    }

    @Test
    void saysWhatAComponentFailedOf() {
        String trace =
                """
                java.lang.reflect.InvocationTargetException
                \tat a.B.c(B.java:1)
                Caused by: java.lang.RuntimeException: outer
                \tat a.B.c(B.java:1)
                Caused by: java.lang.IllegalArgumentException: no address
                \t... 4 more
                """;
        assertThat(Obstacles.rootCause(trace)).isEqualTo("java.lang.IllegalArgumentException: no address");
        assertThat(Obstacles.rootCause("java.lang.Error: alone\n\tat a.B.c(B.java:1)"))
                .isEqualTo("java.lang.Error: alone");
        assertThat(Obstacles.rootCause("")).isEmpty();
    }

    @Test
    void forgetsTheBundlesOfAnotherDistribution() throws Exception {
        Files.createDirectories(folder.resolve("home/etc"));
        Files.createDirectories(folder.resolve("home/system"));
        Path startup = Files.writeString(folder.resolve("home/etc/startup.properties"), "one");
        BundleCache cache = new BundleCache(folder.resolve("home"), folder);
        cache.refresh();
        Path installed = Files.writeString(folder.resolve("cache/bundle1"), "installed");
        cache.refresh();
        assertThat(installed).exists();
        Files.writeString(startup, "two");
        cache.refresh();
        assertThat(installed).doesNotExist();
    }

    private String permissions(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private Settings settings(String name, int port) {
        return Settings.of(folder, new Environment(Map.of(name, Integer.toString(port))));
    }

    private Settings free() throws IOException {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < 3) {
            ports.add(freePort());
        }
        Iterator<Integer> next = ports.iterator();
        return Settings.of(
                folder,
                new Environment(Map.of(
                        "PATCHBAY_HTTP_PORT", next.next().toString(),
                        "PATCHBAY_HTTPS_PORT", next.next().toString(),
                        "PATCHBAY_MEDIA_PORT", next.next().toString())));
    }

    /** One that no system gives to a socket by itself, so not to the visitor either. */
    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(24_000, 32_000);
            try (ServerSocket stream = new ServerSocket(port);
                    DatagramSocket datagrams = new DatagramSocket(stream.getLocalPort())) {
                return datagrams.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: another one.
            }
        }
    }

    private static void assertFails(Runnable start, ExitCode code, String setting) {
        assertThatThrownBy(start::run)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("\n")
                .extracting(failure -> ((StartFailure) failure).code())
                .isEqualTo(code);
    }
}
