package org.patchbay.phonemedia;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A server in a JVM of its own, with the options that Patchbay is delivered with: what keeps the one that measures waiting does
 * not keep the other. It says first at which ports of loopback it takes sound, and its figures whenever it is asked.
 */
final class BenchProcess implements AutoCloseable {

    private static final int UTIME = 11;
    private static final double MICROS_PER_TICK = 10_000;

    private final Process process;
    private final BufferedReader out;
    private final List<InetSocketAddress> targets;

    BenchProcess(Class<?> main, List<?> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getProperty("bench.jvmOptions", "");
        if (!options.isEmpty()) {
            command.add("@" + options);
        }
        command.addAll(List.of("-Djava.util.logging.config.file=/dev/null", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        arguments.forEach(argument -> command.add(argument.toString()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.US_ASCII);
        targets = Arrays.stream(line().split(" "))
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)))
                .toList();
    }

    /** Where the sound of each leg is to be sent. */
    List<InetSocketAddress> targets() {
        return targets;
    }

    /** What it says of itself since it was asked last: numbers, as its main class describes them. */
    long[] figures() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return Arrays.stream(line().split(" ")).mapToLong(Long::parseLong).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("A server of the benchmark ended");
        }
        return line;
    }

    /** User and system time so far, from /proc. */
    double cpuMicros() throws IOException {
        return cpuMicros(process);
    }

    static double cpuMicros(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) * MICROS_PER_TICK;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
