package org.patchbay.spi.media;

import java.util.List;

/** The payload types of every offer (RFC 3551, RFC 4585). */
public enum PayloadType {
    OPUS(111, false, "opus", 48_000, 2, "minptime=10;useinbandfec=1", "transport-cc"),
    VP8(100, true, "VP8", 90_000, 1, "", "ccm fir,nack,nack pli,transport-cc"),
    RTX(96, true, "rtx", 90_000, 1, "apt=100", "");

    private final int number;
    private final boolean video;
    private final String encoding;
    private final int clockRate;
    private final int channels;
    private final String parameters;
    private final String feedback;

    PayloadType(
            int number,
            boolean video,
            String encoding,
            int clockRate,
            int channels,
            String parameters,
            String feedback) {
        this.number = number;
        this.video = video;
        this.encoding = encoding;
        this.clockRate = clockRate;
        this.channels = channels;
        this.parameters = parameters;
        this.feedback = feedback;
    }

    /** The number in the packet. */
    public int number() {
        return number;
    }

    /** Whether it belongs to video m-lines. */
    public boolean isVideo() {
        return video;
    }

    /** The encoding's name in {@code a=rtpmap}. */
    public String encoding() {
        return encoding;
    }

    /** Ticks of the timestamp a second. */
    public int clockRate() {
        return clockRate;
    }

    /** 1 where {@code a=rtpmap} says nothing. */
    public int channels() {
        return channels;
    }

    /** The value of {@code a=fmtp}; empty for none. */
    public String parameters() {
        return parameters;
    }

    /** The values of {@code a=rtcp-fb}. */
    public List<String> feedback() {
        return feedback.isEmpty() ? List.of() : List.of(feedback.split(",", -1));
    }
}
