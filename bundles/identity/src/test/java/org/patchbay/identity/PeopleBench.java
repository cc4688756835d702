package org.patchbay.identity;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.identity.imports.PeopleImport;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

/**
 * What people cost in a server of 1,000 portals beside one of 10, with 100 people each; and what an import of 10,000 people
 * costs beside the bare inserts of the same rows. Both servers answer in turns, so that a busy machine slows both. Prints
 * ratios of medians; exit code 1 if one is beyond its limit.
 */
public final class PeopleBench {

    private static final int ROUNDS = 400;
    private static final int IMPORTED = 10_000;
    private static final double LIST_LIMIT = 1.2;
    private static final double IMPORT_LIMIT = 3;
    private static final double MEMORY_LIMIT = 1.5;

    private static boolean failed;

    private PeopleBench() {}

    public static void main(String[] args) throws SQLException {
        measure("Derby", TestDatabase.derby("identity"), TestDatabase.derby("identity"));
        measure("PostgreSQL", TestDatabase.postgresql("identity"), TestDatabase.postgresql("identity"));
        System.exit(failed ? 1 : 0);
    }

    private static void measure(String name, TestDatabase few, TestDatabase many) throws SQLException {
        try (BenchServer small = new BenchServer(few, 10);
                BenchServer large = new BenchServer(many, 1_000)) {
            compare(name, "sign-in but for the hash", small::signIn, large::signIn);
            compare(name, "first page of the list", small::list, large::list);
            compare(name, "permission check", small::check, large::check);
            importing(name, small);
        }
    }

    private static void compare(String database, String what, IntSupplier small, IntSupplier large) {
        for (int i = 0; i < ROUNDS; i++) {
            time(small);
            time(large);
        }
        long[] fewer = new long[ROUNDS];
        long[] more = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            fewer[i] = time(small);
            more[i] = time(large);
        }
        print(database, what + ", 1,000 portals to 10", median(more) / (double) median(fewer), LIST_LIMIT);
    }

    private static void importing(String database, BenchServer server) throws SQLException {
        run(server, 1_000, () -> {});
        server.insertBare(1_000);
        long start = System.nanoTime();
        server.insertBare(IMPORTED);
        long bare = System.nanoTime() - start;
        long imported = run(server, IMPORTED, () -> {});
        print(database, "10,000 people imported to bare inserts", imported / (double) bare, IMPORT_LIMIT);
        List<Long> heap = new ArrayList<>();
        run(server, IMPORTED, () -> heap.add(usedHeap()));
        double growth = heap.get(heap.size() - 1) / (double) heap.get(1);
        print(database, "heap at row 10,000 to heap at row 1,000", growth, MEMORY_LIMIT);
    }

    /** Imports this many people into a portal of their own; answers the nanoseconds of the save. */
    private static long run(BenchServer server, int count, Runnable afterSome) {
        PortalId portal = server.portal();
        Caller by = Callers.administrator(portal);
        String file = IntStream.range(0, count)
                .mapToObj(i -> "import" + i + "@example.org,Person " + i)
                .collect(Collectors.joining("\n"));
        PeopleImport begun = server.imports.begin(portal, file.getBytes(StandardCharsets.UTF_8), by);
        try (var watching = server.cluster.subscribe("people-import", message -> afterSome.run())) {
            long start = System.nanoTime();
            server.imports.save(portal, begun.id(), by);
            return System.nanoTime() - start;
        }
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String database, String what, double ratio, double limit) {
        boolean beyond = ratio > limit;
        failed |= beyond;
        String verdict = beyond ? "BEYOND the limit of" : "limit";
        System.out.printf(Locale.ROOT, "%-10s  %-48s  %5.2f  %s %.1f%n", database, what, ratio, verdict, limit);
    }

    private static long time(IntSupplier work) {
        long start = System.nanoTime();
        if (work.getAsInt() == 0) {
            throw new IllegalStateException("Nothing was found");
        }
        return System.nanoTime() - start;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
