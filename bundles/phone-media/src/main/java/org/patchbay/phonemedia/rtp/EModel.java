package org.patchbay.phonemedia.rtp;

/** How good speech is by the E-model (ITU-T G.107, with the default values of its table 2). Stateless. */
public final class EModel {

    private static final double BEST = 93.2;
    private static final double BASE_DELAY_MILLIS = 20;
    private static final double LATE_MILLIS = 177.3;

    private EModel() {}

    /**
     * The mean opinion score, 1 to 4.5.
     *
     * @param lossRatio of packets, 0 to 1
     * @param roundTripMillis negative when it is not known
     * @param robustness of the codec against loss, Bpl (ITU-T G.113, appendix I)
     */
    public static double mos(double lossRatio, double jitterMillis, int roundTripMillis, double robustness) {
        double delay = Math.max(0, roundTripMillis) / 2.0 + 2 * jitterMillis + BASE_DELAY_MILLIS;
        double impairedByDelay = 0.024 * delay + (delay > LATE_MILLIS ? 0.11 * (delay - LATE_MILLIS) : 0);
        double percent = 100 * Math.max(0, Math.min(1, lossRatio));
        double impairedByLoss = 95 * percent / (percent + robustness);
        double rating = Math.max(0, Math.min(100, BEST - impairedByDelay - impairedByLoss));
        double mos = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return Math.max(1, Math.min(4.5, mos));
    }
}
