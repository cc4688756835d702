package org.patchbay.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Waits until the server answers that it is ready, and says where it is. */
final class ReadyNotice {

    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("patchbay.patience.seconds", 60));
    private static final int STEP_MILLIS = 50;
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int OK = 200;

    private final Settings settings;
    private final Supplier<List<String>> faults;
    private final Supplier<List<String>> waiting;
    private final PrintStream out;

    ReadyNotice(Settings settings, Supplier<List<String>> faults, Supplier<List<String>> waiting, PrintStream out) {
        this.settings = settings;
        this.faults = faults;
        this.waiting = waiting;
        this.out = out;
    }

    void start() {
        Thread thread = new Thread(this::await, "patchbay-ready-notice");
        thread.setDaemon(true);
        thread.start();
    }

    private void await() {
        long warnAt = System.nanoTime() + PATIENCE.toNanos();
        boolean warned = false;
        try {
            while (!ready()) {
                if (!warned && System.nanoTime() > warnAt) {
                    warned = true;
                    warn();
                }
                Thread.sleep(STEP_MILLIS);
            }
            out.print(text());
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One line, and what has failed; what merely waits for that is for a file. */
    private void warn() {
        Path details = settings.data().resolve("log/waiting.txt");
        try {
            Files.write(details, waiting.get());
        } catch (IOException e) {
            details = log();
        }
        out.println("Patchbay is still starting after " + PATIENCE.toSeconds() + " seconds; what waits for what is in "
                + details + ", the log is " + log());
        faults.get().forEach(line -> out.println("  " + line));
    }

    private boolean ready() {
        String host = settings.bind().isAnyLocalAddress()
                ? "127.0.0.1"
                : settings.bind().getHostAddress();
        try {
            URL health = new URL("http", host, settings.httpPort(), "/api/v1/health");
            HttpURLConnection connection = (HttpURLConnection) health.openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private String text() {
        String host = settings.rootHosts().stream().findFirst().orElse("localhost");
        StringBuilder text = new StringBuilder("\nPatchbay is ready.\n\n")
                .append("  Address   http://%s:%d and https://%s:%d%n"
                        .formatted(host, settings.httpPort(), host, settings.httpsPort()))
                .append("  Ports     HTTP %d and HTTPS %d (TCP), media %d (UDP)%n"
                        .formatted(settings.httpPort(), settings.httpsPort(), settings.mediaPort()))
                .append(telephone(new Environment(System.getenv())))
                .append("  Data      " + settings.data() + "\n")
                .append("  Plugins   " + settings.data().resolve("deploy") + "\n")
                .append("  Log       " + log() + "\n");
        String link = setupLink();
        if (!link.isEmpty()) {
            text.append("\n  Set root's password here; the link works once:\n  " + link + "\n");
        }
        return text.append("\nCtrl-C stops it.\n").toString();
    }

    /** The ports of the telephone, in a line; none while it is turned off. */
    static String telephone(Environment environment) {
        String sip = environment.text("PATCHBAY_SIP_PORT").orElse("5060");
        if (sip.startsWith("-")) {
            return "";
        }
        return "  Telephone SIP %s (UDP, TCP), with TLS %s (TCP), sound of calls %s to %s (UDP)%n"
                .formatted(
                        sip,
                        environment.text("PATCHBAY_SIP_TLS_PORT").orElse("5061"),
                        environment.text("PATCHBAY_PHONE_MEDIA_FIRST_PORT").orElse("20000"),
                        environment.text("PATCHBAY_PHONE_MEDIA_LAST_PORT").orElse("23999"));
    }

    private Path log() {
        return settings.data().resolve("log/patchbay.log");
    }

    private String setupLink() {
        try {
            return Files.readString(settings.data().resolve("root-setup-link")).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
