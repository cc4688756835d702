package org.patchbay.sip.trunk;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.sip.transport.Transport;

/** By what a domain wants to be reached (RFC 3263, section 4.1). Immutable. */
record NaptrRecord(int order, int preference, String service, String replacement) {

    static NaptrRecord read(ByteBuf content) {
        ByteBuf in = content.duplicate();
        int order = in.readUnsignedShort();
        int preference = in.readUnsignedShort();
        text(in); // Flags: of those that matter here always "s".
        String service = text(in).toUpperCase(Locale.ROOT);
        text(in);
        return new NaptrRecord(order, preference, service, SrvRecord.host(in));
    }

    private static String text(ByteBuf in) {
        return in.readCharSequence(in.readUnsignedByte(), StandardCharsets.US_ASCII)
                .toString();
    }

    Optional<Transport> transport() {
        return switch (service) {
            case "SIP+D2U" -> Optional.of(Transport.UDP);
            case "SIP+D2T" -> Optional.of(Transport.TCP);
            case "SIPS+D2T" -> Optional.of(Transport.TLS);
            default -> Optional.empty();
        };
    }
}
