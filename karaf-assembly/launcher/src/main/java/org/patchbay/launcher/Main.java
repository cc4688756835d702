package org.patchbay.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts the server. With {@code --prepare} it only looks whether the server can start and makes what it needs, for those
 * who start Karaf by {@code bin/karaf}.
 */
public final class Main {

    private static final String PREPARE = "--prepare";

    private Main() {}

    /** Takes {@code patchbay.home}, the folder of the distribution, from the system properties. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        Settings settings;
        try {
            settings = prepare(words);
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(failure.code().number());
            return;
        }
        if (!words.contains(PREPARE)) {
            properties(settings).forEach(System::setProperty);
            System.exit(run(settings));
        }
    }

    private static int run(Settings settings) {
        try {
            Server server = new Server();
            new ReadyNotice(settings, server::faults, server::waiting, System.out).start();
            server.run();
            return 0;
        } catch (Exception e) {
            System.err.println("Patchbay could not start: " + e + "; the log says more: "
                    + settings.data().resolve("log"));
            return 1;
        }
    }

    private static Settings prepare(List<String> words) {
        if (!words.isEmpty() && !words.equals(List.of(PREPARE))) {
            throw ExitCode.SETTING.because("Unknown argument " + words.get(0)
                    + "; settings are environment variables, see docs/operating.md.");
        }
        Path home = Path.of(System.getProperty("patchbay.home", "."))
                .toAbsolutePath()
                .normalize();
        Environment environment = new Environment(System.getenv());
        Settings settings = Settings.of(home, environment);
        new NumberSettings(home.resolve("etc")).check(environment);
        new DataFolder(settings.data()).take();
        new Ports().check(settings);
        settings.database().ifPresent(new DatabaseCheck(home)::run);
        if (settings.ownKeystore().isEmpty()) {
            new Keystore(settings.data()).provide(settings.rootHosts());
        }
        new Keystore(settings.data()).serve(settings.ownKeystore(), settings.ownPassword());
        new BundleCache(home, settings.data()).refresh();
        return settings;
    }

    private static Map<String, String> properties(Settings settings) {
        String home = settings.home().toString();
        String data = settings.data().toString();
        return Map.ofEntries(
                Map.entry("karaf.home", home),
                Map.entry("karaf.base", home),
                Map.entry("karaf.etc", home + "/etc"),
                Map.entry("karaf.data", data),
                Map.entry("karaf.log", data + "/log"),
                Map.entry("karaf.instances", data + "/instances"),
                Map.entry("karaf.lock", "false"),
                Map.entry("java.io.tmpdir", data + "/tmp"),
                Map.entry("java.util.logging.config.file", home + "/etc/java.util.logging.properties"),
                Map.entry("derby.stream.error.file", data + "/log/derby.log"),
                // Four-kilobyte pages kept in memory; a thousand portals have more than Derby's own thousand.
                Map.entry("derby.storage.pageCacheSize", "6000"),
                // An import locks its rows, never the whole table.
                Map.entry("derby.locks.escalationThreshold", "100000"));
    }
}
