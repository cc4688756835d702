package org.patchbay.phonemedia.sdp;

import java.util.List;
import java.util.stream.Collectors;

/** Writes our descriptions. Not thread-safe; one for each. */
final class DescriptionWriter {

    private static final int PTIME = 20;

    /** Of a host candidate and component 1 (RFC 8445, section 5.1.2.1). */
    private static final long HOST_PRIORITY = (126L << 24) | (65_535L << 8) | 255;

    private final StringBuilder out = new StringBuilder(1_024);
    private final LocalEnd local;
    private final String address;

    DescriptionWriter(LocalEnd local, String remoteAddress, long version) {
        this.local = local;
        address = local.address(remoteAddress);
        line("v=0");
        line("o=- " + local.session() + " " + version + " IN " + connection());
        line("s=-");
        line("c=IN " + connection());
        line("t=0 0");
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }

    private String connection() {
        return (address.contains(":") ? "IP6 " : "IP4 ") + address;
    }

    /** What stands before the m-lines of a browser. */
    DescriptionWriter browser(String bundledMid) {
        if (!bundledMid.isEmpty()) {
            line("a=group:BUNDLE " + bundledMid);
        }
        line("a=ice-lite");
        return this;
    }

    /** An m-line that is not taken. */
    DescriptionWriter refused(String kind, String protocol, List<String> numbers, String mid) {
        line("m=" + kind + " 0 " + protocol + " " + String.join(" ", numbers));
        if (!mid.isEmpty()) {
            line("a=mid:" + mid);
        }
        return this;
    }

    DescriptionWriter sound(Sound sound) {
        String numbers = sound.formats().stream()
                .map(format -> Integer.toString(format.number()))
                .collect(Collectors.joining(" "));
        line("m=audio " + local.port() + " " + sound.protocol() + " " + numbers);
        if (!sound.mid().isEmpty()) {
            line("a=mid:" + sound.mid());
        }
        for (Format format : sound.formats()) {
            line("a=rtpmap:" + format.number() + " " + format.codec().rtpmap());
            if (!format.parameters().isEmpty()) {
                line("a=fmtp:" + format.number() + " " + format.parameters());
            }
        }
        line("a=ptime:" + PTIME);
        line("a=" + sound.direction().attribute());
        if (sound.rtcpMux()) {
            line("a=rtcp-mux");
        }
        if (!sound.browser()) {
            line("a=rtcp:" + (sound.rtcpMux() && sound.isAnswer() ? local.port() : local.rtcpPort()));
        }
        sound.crypto().forEach(crypto -> line("a=crypto:" + crypto.text()));
        if (sound.browser()) {
            security(sound.setup());
        }
        return this;
    }

    private void security(String setup) {
        line("a=ice-ufrag:" + local.ufrag());
        line("a=ice-pwd:" + local.password());
        line("a=fingerprint:sha-256 " + local.fingerprint());
        line("a=setup:" + setup);
        line("a=candidate:1 1 udp " + HOST_PRIORITY + " " + address + " " + local.port() + " typ host");
        line("a=end-of-candidates");
    }

    /** The text; longer ones than 16 KiB cannot come about of what was read. */
    String text() {
        return out.toString();
    }

    /**
     * The m-line of the sound.
     *
     * @param browser whether it goes by ICE and DTLS
     */
    record Sound(
            String protocol,
            String mid,
            List<Format> formats,
            Direction direction,
            boolean rtcpMux,
            List<Crypto> crypto,
            boolean browser,
            String setup,
            boolean isAnswer) {}
}
