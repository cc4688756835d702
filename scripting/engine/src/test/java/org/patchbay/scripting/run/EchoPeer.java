package org.patchbay.scripting.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that gives back what it is given and does nothing else: what the machine, the pipes and a JVM cost by
 * themselves. Frames have the length of an event.
 */
final class EchoPeer implements AutoCloseable {

    private static final int LENGTH = BenchEvents.json(1).length();

    private final Process process;
    private final OutputStream out;

    private final Pace pace = new Pace(this::send);

    EchoPeer(List<String> jvm) throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EchoPeer.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.getOutputStream();
        var reader = new Thread(this::read, "echo");
        reader.setDaemon(true);
        reader.start();
    }

    public static void main(String[] arguments) throws IOException {
        var buffer = new byte[64 << 10];
        for (int read = System.in.read(buffer); read >= 0; read = System.in.read(buffer)) {
            System.out.write(buffer, 0, read);
            System.out.flush();
        }
    }

    Pace pace() {
        return pace;
    }

    private void send(long number) {
        try {
            out.write(ByteBuffer.allocate(LENGTH).putLong(number).array());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var in = new DataInputStream(process.getInputStream())) {
            while (true) {
                long number = in.readLong();
                in.skipNBytes(LENGTH - Long.BYTES);
                pace.answered(number);
            }
        } catch (IOException e) {
            process.destroy();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
