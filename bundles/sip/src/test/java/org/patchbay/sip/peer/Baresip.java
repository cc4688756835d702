package org.patchbay.sip.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One headless baresip. */
public final class Baresip implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/baresip");
    private static final Path MODULES = Path.of("/usr/lib/baresip/modules");

    private final Process process;
    private final Path log;

    private Baresip(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM) && Files.isDirectory(MODULES);
    }

    /** Registers at the port on loopback with this transport; takes calls by itself, and dials if there is somebody to dial. */
    public static Baresip start(Path folder, int server, int own, String user, String transport, String dial)
            throws IOException {
        Files.createDirectories(folder);
        Path sound = Files.write(folder.resolve("tone.wav"), tone());
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
                rtp_ports %d-%d
                module_path %s
                module g711.so
                module aufile.so
                module_tmp uuid.so
                module_tmp account.so
                module_app menu.so
                """
                        .formatted(own, sound, 30_000 + own % 20_000, 30_040 + own % 20_000, MODULES));
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:%s@127.0.0.1:%d;transport=%s>;auth_user=%s;auth_pass=pw%s;regint=300;answermode=auto;audio_codecs=PCMU/8000/1%n"
                        .formatted(user, server, transport, user, user));
        Path log = folder.resolve("out");
        var builder = dial.isEmpty()
                ? new ProcessBuilder(PROGRAM.toString(), "-f", folder.toString(), "-t", "40")
                : new ProcessBuilder(PROGRAM.toString(), "-f", folder.toString(), "-t", "40", "-e", "/dial " + dial);
        return new Baresip(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    /** One second of silence: 8 kHz, 16 bits, mono. */
    private static byte[] tone() {
        int bytes = 16_000;
        var out = java.nio.ByteBuffer.allocate(44 + bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(36 + bytes);
        out.put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        out.putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(bytes);
        return out.array();
    }

    public String output() throws IOException {
        return Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
