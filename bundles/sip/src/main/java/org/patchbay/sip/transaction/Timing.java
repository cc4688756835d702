package org.patchbay.sip.transaction;

/**
 * The timers of RFC 3261, table 4, in milliseconds.
 *
 * @param t1 the estimated round trip
 * @param t2 the longest pause between two retransmissions
 * @param t4 how long a message stays in the network
 */
public record Timing(long t1, long t2, long t4) {

    /** As the RFC says. */
    public static final Timing USUAL = new Timing(500, 4_000, 5_000);

    private static final int PATIENCE = 64;

    /** How long a transaction waits for an answer (timers B, F, H, L, M). */
    public long patience() {
        return PATIENCE * t1;
    }
}
