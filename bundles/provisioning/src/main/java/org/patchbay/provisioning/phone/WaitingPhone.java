package org.patchbay.provisioning.phone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.spi.signalling.PhoneQuestion;

/**
 * A phone that looked for a server and that nobody added. What it says of itself proves nothing. Immutable.
 *
 * @param mac twelve small hexadecimal digits
 * @param maker who makes it, as far as one is known
 * @param model as a phone may have one; empty when it says none
 * @param address from where it asked last
 * @param asked when it asked last
 */
public record WaitingPhone(String mac, Optional<Maker> maker, Optional<String> model, String address, Instant asked) {

    private static final int PARTS = 4;

    /** Who asks now. */
    public static WaitingPhone of(PhoneQuestion question, Instant now) {
        return new WaitingPhone(
                question.mac(),
                maker(question.vendor()),
                Phone.isModel(question.model()) ? Optional.of(question.model()) : Optional.empty(),
                question.source().getHostAddress(),
                now);
    }

    private static Optional<Maker> maker(String vendor) {
        String said = vendor.toLowerCase(Locale.ROOT);
        return Arrays.stream(Maker.values())
                .filter(one -> said.startsWith(one.template()))
                .findFirst();
    }

    /** As it is kept between nodes, without its hardware address. */
    public byte[] bytes() {
        String text = String.join(
                "\n",
                maker.map(Maker::name).orElse(""),
                model.orElse(""),
                address,
                Long.toString(asked.toEpochMilli()));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The phone that was kept so. */
    public static WaitingPhone of(String mac, byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", PARTS);
        return new WaitingPhone(
                mac,
                Optional.of(parts[0]).filter(name -> !name.isEmpty()).map(Maker::valueOf),
                Optional.of(parts[1]).filter(name -> !name.isEmpty()),
                parts[2],
                Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }
}
