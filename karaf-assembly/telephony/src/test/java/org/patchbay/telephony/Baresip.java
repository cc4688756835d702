package org.patchbay.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless baresip that says a tone and records what it hears. */
final class Baresip implements AutoCloseable {

    private static final Path MODULES = Path.of("/usr/lib/baresip/modules");

    private final Path folder;
    private final Process process;

    private Baresip(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/bin/baresip")) && Files.isDirectory(MODULES);
    }

    /**
     * Starts one, which registers.
     *
     * @param answers whether it answers by itself
     * @param dials what it calls at once; empty for nothing
     */
    static Baresip start(
            Path folder, String user, int serverPort, int sipPort, int hertz, boolean answers, String dials)
            throws IOException {
        return start(folder, user, serverPort, sipPort, hertz, answers, dials, "udp", "");
    }

    /** The same by TLS, which talks by SRTP alone (SDES, RFC 4568). */
    static Baresip secure(
            Path folder, String user, int serverPort, int sipPort, int hertz, boolean answers, String dials)
            throws IOException {
        return start(folder, user, serverPort, sipPort, hertz, answers, dials, "tls", ";mediaenc=srtp-mand");
    }

    private static Baresip start(
            Path folder,
            String user,
            int serverPort,
            int sipPort,
            int hertz,
            boolean answers,
            String dials,
            String transport,
            String more)
            throws IOException {
        Files.createDirectories(folder.resolve("heard"));
        Path tone = Sound.tone(folder.resolve("tone.wav"), hertz, 60);
        Files.writeString(folder.resolve("contacts"), "");
        Files.writeString(
                folder.resolve("config"),
                """
                poll_method epoll
                sip_listen 127.0.0.1:%d
                call_local_timeout 120
                call_max_calls 4
                audio_player aufile,/dev/null
                audio_source aufile,%s
                audio_alert aufile,/dev/null
                ausrc_srate 8000
                auplay_srate 8000
                ausrc_channels 1
                auplay_channels 1
                module_path %s
                module g711.so
                module aufile.so
                module sndfile.so
                module srtp.so
                snd_path %s
                module_tmp uuid.so
                module_tmp account.so
                module_app menu.so
                """
                        .formatted(sipPort, tone, MODULES, folder.resolve("heard")));
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:%s@127.0.0.1:%d;transport=%s>;auth_user=%s;auth_pass=pw%s;regint=300%s;audio_codecs=PCMA/8000/1\n"
                        .formatted(
                                user, serverPort, transport, user, user, (answers ? ";answermode=auto" : "") + more));
        List<String> command = dials.isEmpty()
                ? List.of("baresip", "-f", folder.toString(), "-t", "60")
                : List.of(
                        "baresip",
                        "-f",
                        folder.toString(),
                        "-e",
                        "/dial sip:" + dials + "@127.0.0.1:" + serverPort + ";transport=" + transport,
                        "-t",
                        "60");
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Baresip(folder, started);
    }

    /** For how many milliseconds it heard this tone, in all its calls. */
    int heard(int hertz) throws IOException {
        int millis = 0;
        try (Stream<Path> files = Files.list(folder.resolve("heard"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith("-dec.wav")).toList()) {
                millis += Sound.millis(file, hertz);
            }
        }
        return millis;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
