package org.patchbay.spi.media;

import java.util.List;

/**
 * The payload types of every offer (RFC 3551, RFC 4585), the preferred one of a kind first. A bridge passes all of them
 * through; each video codec has its retransmissions (RFC 4588).
 */
public enum PayloadType {
    OPUS(111, false, "opus", 48_000, 2, "minptime=10;useinbandfec=1;usedtx=1", "transport-cc"),
    /** Opus with what was said before once more, against loss (RFC 2198). */
    RED(63, false, "red", 48_000, 2, "111/111", "transport-cc"),
    VP8(100, true, "VP8", 90_000, 1, "", "ccm fir,nack,nack pli,transport-cc"),
    RTX(96, true, "rtx", 90_000, 1, "apt=100", ""),
    VP9(101, true, "VP9", 90_000, 1, "profile-id=0", "ccm fir,nack,nack pli,transport-cc"),
    RTX_VP9(97, true, "rtx", 90_000, 1, "apt=101", ""),
    H264(
            102,
            true,
            "H264",
            90_000,
            1,
            "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f",
            "ccm fir,nack,nack pli,transport-cc"),
    RTX_H264(98, true, "rtx", 90_000, 1, "apt=102", ""),
    AV1(103, true, "AV1", 90_000, 1, "level-idx=5;profile=0;tier=0", "ccm fir,nack,nack pli,transport-cc"),
    RTX_AV1(99, true, "rtx", 90_000, 1, "apt=103", "");

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

    /** Whether it carries retransmissions of another. */
    public boolean isRetransmission() {
        return encoding.equals("rtx");
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
