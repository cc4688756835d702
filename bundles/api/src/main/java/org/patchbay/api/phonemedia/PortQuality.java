package org.patchbay.api.phonemedia;

/**
 * Figures of a port, both directions. Immutable.
 *
 * @param codec as in SDP, {@code PCMA} for instance; empty before there is one
 * @param received packets that came
 * @param lost packets that did not, by their numbers (RFC 3550, appendix A.3)
 * @param jitterMillis of what came (RFC 3550, section 6.4.1)
 * @param remoteLost packets that the far end missed, by its reports; -1 when it sends none
 * @param roundTripMillis by the far end's reports; -1 when not known
 * @param mos 1 to 4.5 by the E-model (ITU-T G.107), of what came; 0 before anything did
 */
public record PortQuality(
        String codec,
        long received,
        long sent,
        long lost,
        double jitterMillis,
        long remoteLost,
        int roundTripMillis,
        double mos) {}
