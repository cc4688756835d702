package org.patchbay.scripting.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.patchbay.scripting.ScriptingConfig;

/**
 * How the worker JVM is started.
 *
 * @param classPath as the java command takes it
 * @param arguments of the JVM
 * @param patience how long it may be silent
 */
public record WorkerSettings(String classPath, List<String> arguments, Duration patience) {

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
        return new WorkerSettings(classPath, arguments, Duration.ofSeconds(config.workerPatienceSeconds()));
    }

    private static void limit(List<String> arguments, String name, long value) {
        arguments.add("-Dpatchbay.scripts." + name + "=" + value);
    }

    List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        command.addAll(arguments);
        command.addAll(List.of("-cp", classPath, MAIN));
        return command;
    }
}
