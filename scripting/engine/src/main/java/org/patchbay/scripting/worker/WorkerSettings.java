package org.patchbay.scripting.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.patchbay.scripting.ScriptingConfig;

/**
 * How the worker JVM is started.
 *
 * @param classPath as the java command takes it
 * @param arguments of the JVM
 * @param patience how long it may be silent
 * @param cache a folder for what makes later starts faster
 */
public record WorkerSettings(String classPath, List<String> arguments, Duration patience, Optional<Path> cache) {

    /** Room for a second of busy scripts between two collections, so that events seldom wait for one. */
    public static final List<String> JVM =
            List.of("-Xms64m", "-Xmn40m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:MinHeapFreeRatio=20");

    private static final String MAIN = "org.patchbay.scripting.worker.WorkerMain";

    /** The settings of the server. */
    public static WorkerSettings of(ScriptingConfig config) {
        var classPath = config.workerClassPath().isEmpty()
                ? Path.of(System.getProperty("karaf.home", ""), "lib", "script-worker") + "/*"
                : config.workerClassPath();
        var arguments = new ArrayList<String>();
        arguments.add("-Xmx" + config.workerHeapMiB() + "m");
        arguments.addAll(JVM);
        limit(arguments, "runCpuMillis", config.runCpuMillis());
        limit(arguments, "runAllocationMiB", config.runAllocationMiB());
        limit(arguments, "runStatements", config.runStatements());
        limit(arguments, "minuteCpuMillis", config.minuteCpuMillis());
        limit(arguments, "minuteAllocationMiB", config.minuteAllocationMiB());
        limit(arguments, "minuteLogLines", config.minuteLogLines());
        limit(arguments, "calls", config.calls());
        limit(arguments, "timers", config.timers());
        var cache = Optional.ofNullable(System.getProperty("karaf.data")).map(data -> Path.of(data, "cache"));
        return new WorkerSettings(classPath, arguments, Duration.ofSeconds(config.workerPatienceSeconds()), cache);
    }

    private static void limit(List<String> arguments, String name, long value) {
        arguments.add("-Dpatchbay.scripts." + name + "=" + value);
    }

    /** What makes later starts faster. */
    Optional<WorkerArchive> archive() {
        return cache.map(folder -> new WorkerArchive(folder, classPath));
    }

    /** The command of a worker that uses what there is of the cache. */
    List<String> command() {
        var command = plainCommand();
        archive().ifPresent(archive -> command.addAll(1, archive.arguments()));
        return command;
    }

    /** The command of a worker that uses no cache. */
    ArrayList<String> plainCommand() {
        var command = new ArrayList<String>();
        command.add(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        // Standard output belongs to the messages.
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(arguments);
        command.addAll(List.of("-cp", classPath, MAIN));
        return command;
    }
}
