package org.patchbay.spi.media;

/** The RTP header extensions of every offer (RFC 8285, one-byte form, and two-byte form where one is longer). */
public enum HeaderExtension {
    AUDIO_LEVEL(1, "urn:ietf:params:rtp-hdrext:ssrc-audio-level", true, false),
    ABS_SEND_TIME(3, "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time", false, true),
    MID(4, "urn:ietf:params:rtp-hdrext:sdes:mid", true, true),
    TRANSPORT_CC(5, "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01", true, true),
    /** Of AV1 (its RTP payload specification, appendix A); longer than the one-byte form has room for. */
    DEPENDENCY_DESCRIPTOR(
            8, "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension", false, true),
    RID(10, "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id", false, true),
    REPAIRED_RID(11, "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id", false, true);

    private final int id;
    private final String uri;
    private final boolean audio;
    private final boolean video;

    HeaderExtension(int id, String uri, boolean audio, boolean video) {
        this.id = id;
        this.uri = uri;
        this.audio = audio;
        this.video = video;
    }

    /** The id in {@code a=extmap}. */
    public int id() {
        return id;
    }

    /** The URI in {@code a=extmap}. */
    public String uri() {
        return uri;
    }

    /** Whether m-lines of that kind have it. */
    public boolean isFor(boolean videoLine) {
        return videoLine ? video : audio;
    }
}
