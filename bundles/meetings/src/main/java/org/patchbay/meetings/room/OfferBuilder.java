package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.Mids;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Transport;

/**
 * Writes the SDP offer (RFC 8829) for every bridge: three lines on which the browser sends, then the pool on which it
 * receives.
 */
final class OfferBuilder {

    private static final String END = "\r\n";
    private static final List<String> LAYERS = List.of("l", "m", "h");

    private final Transport transport;
    private final Sending sending;
    private final StringBuilder sdp = new StringBuilder(24_000);

    private OfferBuilder(Transport transport, Sending sending) {
        this.transport = transport;
        this.sending = sending;
    }

    /** The offer to one endpoint. */
    static String offer(Transport transport, EndpointOptions options, Sending sending) {
        return new OfferBuilder(transport, sending).build(options);
    }

    private String build(EndpointOptions options) {
        List<String> audio = Mids.audio(options);
        List<String> video = Mids.video(options);
        List<String> all = new ArrayList<>(List.of(Mids.MICROPHONE, Mids.CAMERA, Mids.DESKTOP));
        all.addAll(audio);
        all.addAll(video);
        line("v=0");
        line("o=- 1 1 IN IP4 0.0.0.0");
        line("s=-");
        line("t=0 0");
        line("a=group:BUNDLE " + String.join(" ", all));
        line("a=extmap-allow-mixed");
        line("a=msid-semantic: WMS *");
        media(Mids.MICROPHONE, false, "recvonly");
        transport.candidates().forEach(candidate -> line("a=" + candidate.toSdp() + " generation 0"));
        line("a=end-of-candidates");
        media(Mids.CAMERA, true, "recvonly");
        simulcast();
        media(Mids.DESKTOP, true, "recvonly");
        audio.forEach(mid -> pool(mid, false));
        video.forEach(mid -> pool(mid, true));
        return sdp.toString();
    }

    /** The layers of a camera, smallest first (RFC 8853). */
    private void simulcast() {
        LAYERS.forEach(rid -> line("a=rid:" + rid + " recv"));
        line("a=simulcast:recv " + String.join(";", LAYERS));
    }

    private void pool(String mid, boolean video) {
        media(mid, video, "sendonly");
        line("a=msid:" + mid + " " + mid);
    }

    private void media(String mid, boolean video, String direction) {
        List<PayloadType> types = List.of(PayloadType.values()).stream()
                .filter(type -> type.isVideo() == video)
                .toList();
        String numbers =
                types.stream().map(type -> String.valueOf(type.number())).collect(Collectors.joining(" "));
        line("m=" + (video ? "video" : "audio") + " 9 UDP/TLS/RTP/SAVPF " + numbers);
        line("c=IN IP4 0.0.0.0");
        bandwidth(mid);
        line("a=rtcp:9 IN IP4 0.0.0.0");
        line("a=ice-ufrag:" + transport.ufrag());
        line("a=ice-pwd:" + transport.pwd());
        line("a=ice-options:trickle");
        line("a=fingerprint:" + Fingerprint.HASH + " " + transport.fingerprint().value());
        line("a=setup:actpass");
        line("a=mid:" + mid);
        for (HeaderExtension extension : HeaderExtension.values()) {
            if (extension.isFor(video)) {
                line("a=extmap:" + extension.id() + " " + extension.uri());
            }
        }
        line("a=" + direction);
        line("a=rtcp-mux");
        line("a=rtcp-rsize");
        types.forEach(this::payload);
    }

    /** Browsers send no more than the other side says it takes (RFC 8866, section 5.8). */
    private void bandwidth(String mid) {
        if (mid.equals(Mids.CAMERA)) {
            line("b=AS:" + sending.videoKilobits());
        } else if (mid.equals(Mids.DESKTOP)) {
            line("b=AS:" + sending.sharingKilobits());
        }
    }

    private void payload(PayloadType type) {
        String channels = type.channels() > 1 ? "/" + type.channels() : "";
        line("a=rtpmap:" + type.number() + " " + type.encoding() + "/" + type.clockRate() + channels);
        type.feedback().forEach(feedback -> line("a=rtcp-fb:" + type.number() + " " + feedback));
        if (!type.parameters().isEmpty()) {
            line("a=fmtp:" + type.number() + " " + type.parameters());
        }
    }

    private void line(String text) {
        sdp.append(text).append(END);
    }
}
