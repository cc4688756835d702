package org.patchbay.jvb.bridge;

/**
 * One of the two ways over a link, by the counts of both ends. Immutable.
 *
 * @param sent packets that went when something came for the last time, or was found missing
 * @param received packets that had come by then
 * @param wrong how often in a row much went and nothing came
 */
record RelayWay(long sent, long received, int wrong) {

    /** A few packets may be under way, or lost. */
    private static final int FEW = 20;

    static RelayWay begin(RelayState from, RelayState to) {
        return new RelayWay(from.sent(), to.received(), 0);
    }

    /** After another look; where little went meanwhile, that says nothing. */
    RelayWay after(RelayState from, RelayState to) {
        if (to.received() > received) {
            return begin(from, to);
        }
        return from.sent() - sent > FEW ? new RelayWay(from.sent(), received, wrong + 1) : this;
    }
}
