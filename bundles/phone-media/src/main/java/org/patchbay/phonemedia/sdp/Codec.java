package org.patchbay.phonemedia.sdp;

import java.util.Locale;
import java.util.Optional;

/** What a payload may be, with the number that we give it where we have the choice (RFC 3551, table 4; dynamic from 96). */
public enum Codec {
    PCMU("PCMU", 8_000, 1, 0),
    PCMA("PCMA", 8_000, 1, 8),
    /** Its RTP clock is 8,000 although it samples 16,000 times (RFC 3551, section 4.5.2). */
    G722("G722", 8_000, 1, 9),
    /** RFC 7587. */
    OPUS("opus", 48_000, 2, 111),
    /** RFC 4733. */
    TELEPHONE_EVENT("telephone-event", 8_000, 1, 101),
    /** RFC 4733 beside Opus, with its clock. */
    TELEPHONE_EVENT_48("telephone-event", 48_000, 1, 110);

    private static final int OPUS_PER_G711 = 6;

    private final String encoding;
    private final int clockRate;
    private final int channels;
    private final int number;

    Codec(String encoding, int clockRate, int channels, int number) {
        this.encoding = encoding;
        this.clockRate = clockRate;
        this.channels = channels;
        this.number = number;
    }

    /** The codec of an rtpmap; the name's case does not matter (RFC 8866, section 6.6). */
    static Optional<Codec> find(String encoding, int clockRate, int channels) {
        String name = encoding.toLowerCase(Locale.ROOT);
        for (Codec codec : values()) {
            if (codec.encoding.toLowerCase(Locale.ROOT).equals(name)
                    && codec.clockRate == clockRate
                    && (codec.channels == channels || codec == OPUS)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    /** The codec of a static number, which needs no rtpmap. */
    static Optional<Codec> ofStatic(int number) {
        return switch (number) {
            case 0 -> Optional.of(PCMU);
            case 8 -> Optional.of(PCMA);
            case 9 -> Optional.of(G722);
            default -> Optional.empty();
        };
    }

    /** As SDP names it. */
    public String encoding() {
        return encoding;
    }

    public int clockRate() {
        return clockRate;
    }

    /** Whether it carries pressed keys and not sound. */
    public boolean isEvent() {
        return this == TELEPHONE_EVENT || this == TELEPHONE_EVENT_48;
    }

    public boolean isG711() {
        return this == PCMU || this == PCMA;
    }

    /** Whether sound can be made of it and it of sound here; others are passed on as they are. */
    public boolean isSpoken() {
        return isG711() || this == OPUS;
    }

    /** How many ticks of the RTP clock go by in one of 8,000 a second. */
    public int ticksPerSample() {
        return clockRate == 48_000 ? OPUS_PER_G711 : 1;
    }

    int number() {
        return number;
    }

    String rtpmap() {
        return encoding + "/" + clockRate + (channels > 1 ? "/" + channels : "");
    }

    String standardParameters() {
        return switch (this) {
            case OPUS -> "minptime=10;useinbandfec=1";
            case TELEPHONE_EVENT, TELEPHONE_EVENT_48 -> "0-15";
            default -> "";
        };
    }
}
