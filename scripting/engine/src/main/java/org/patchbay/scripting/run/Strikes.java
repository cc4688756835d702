package org.patchbay.scripting.run;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** Counts how often a script broke the rules lately. Not thread-safe. */
final class Strikes {

    /** Going over a budget. */
    static final int OVER = 1;

    private static final int OUT = 3;

    /** Taking the worker down, and with it everybody's scripts: that happens once. */
    static final int KILL = OUT;

    private static final long MEMORY = TimeUnit.MINUTES.toNanos(10);

    private final ArrayDeque<Long> moments = new ArrayDeque<>();

    /** Adds strikes; answers whether the script is out. */
    boolean add(int weight, long now) {
        for (int i = 0; i < weight; i++) {
            moments.add(now);
        }
        while (!moments.isEmpty() && now - moments.peek() > MEMORY) {
            moments.remove();
        }
        return moments.size() >= OUT;
    }
}
