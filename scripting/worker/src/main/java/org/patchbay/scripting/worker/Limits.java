package org.patchbay.scripting.worker;

import java.util.Properties;

/**
 * What one script may use.
 *
 * @param runCpuMillis of CPU time in one run: loading, a batch of events, a timer or the continuation of a call
 * @param runAllocationMiB allocated in one run
 * @param runStatements executed in one run
 * @param minuteCpuMillis of CPU time in a minute
 * @param minuteAllocationMiB allocated in a minute
 * @param minuteLogLines in a minute
 * @param calls under way at once
 * @param timers waiting at once
 */
record Limits(
        long runCpuMillis,
        long runAllocationMiB,
        long runStatements,
        long minuteCpuMillis,
        long minuteAllocationMiB,
        int minuteLogLines,
        int calls,
        int timers) {

    static Limits from(Properties properties) {
        return new Limits(
                number(properties, "runCpuMillis", 1_000),
                number(properties, "runAllocationMiB", 64),
                number(properties, "runStatements", 50_000_000),
                number(properties, "minuteCpuMillis", 20_000),
                number(properties, "minuteAllocationMiB", 16_384),
                (int) number(properties, "minuteLogLines", 600),
                (int) number(properties, "calls", 100),
                (int) number(properties, "timers", 100));
    }

    private static long number(Properties properties, String name, long otherwise) {
        return Long.parseLong(properties.getProperty("patchbay.scripts." + name, Long.toString(otherwise)));
    }
}
