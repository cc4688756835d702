package org.patchbay.phonemedia.sdp;

/**
 * A payload number and what it stands for in one description. Immutable.
 *
 * @param parameters of {@code a=fmtp}; empty for none
 */
public record Format(int number, Codec codec, String parameters) {

    static Format standard(Codec codec) {
        return new Format(codec.number(), codec, codec.standardParameters());
    }
}
