package org.patchbay.testing.extensions;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.Trunk;

/** Numbers as somebody in Germany writes them. Thread-safe. */
final class InMemoryDialPlan implements DialPlan {

    private static final List<String> EMERGENCIES = List.of("110", "112");
    private static final Map<String, String> COUNTRIES =
            Map.of("+49", "DE", "+44", "GB", "+33", "FR", "+1", "US", "+252", "SO");

    private final InMemoryPhoneBook book;

    InMemoryDialPlan(InMemoryPhoneBook book) {
        this.book = book;
    }

    @Override
    public CallSettings settings(PortalId portal) {
        return book.settings(portal);
    }

    @Override
    public Dialled understand(PortalId portal, String digits) {
        if (EMERGENCIES.contains(digits)) {
            return new Dialled.Emergency(digits);
        }
        CallSettings settings = settings(portal);
        if (settings.parkingPlaces().contains(digits)) {
            return new Dialled.Parked(digits);
        }
        Optional<Destination> internal = book.internal(portal, digits);
        if (internal.isPresent()) {
            return new Dialled.Internal(internal.get());
        }
        Optional<FeatureCode> code = Arrays.stream(FeatureCode.values())
                .filter(one -> !settings.code(one).isEmpty() && digits.startsWith(settings.code(one)))
                .max(Comparator.comparing(one -> settings.code(one).length()));
        if (code.isPresent()) {
            return new Dialled.Feature(
                    code.get(), digits.substring(settings.code(code.get()).length()));
        }
        return e164(portal, digits)
                .<Dialled>map(number -> new Dialled.Outside(number, country(number), number.startsWith("+49900")))
                .orElseGet(Dialled.Unknown::new);
    }

    private static String country(String number) {
        return COUNTRIES.entrySet().stream()
                .filter(entry -> number.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<InboundNumber> inboundNumbers(PortalId portal) {
        return book.inbound(portal);
    }

    @Override
    public Optional<InboundNumber> inbound(PortalId portal, String called) {
        return e164(portal, called).flatMap(number -> book.inbound(portal, number));
    }

    @Override
    public Optional<String> e164(PortalId portal, String number) {
        String full = number.startsWith("00")
                ? "+" + number.substring(2)
                : number.startsWith("0") ? "+49" + number.substring(1) : number;
        return full.matches("\\+[1-9]\\d{4,14}") ? Optional.of(full) : Optional.empty();
    }

    @Override
    public String dialled(PortalId portal, Trunk trunk, String number) {
        return trunk.prefix() + written(number, trunk.dialled());
    }

    @Override
    public String shown(PortalId portal, Trunk trunk, String number) {
        return written(number, trunk.shown());
    }

    private static String written(String number, org.patchbay.api.extensions.NumberFormat format) {
        if (!number.startsWith("+")) {
            return number;
        }
        return switch (format) {
            case E164 -> number;
            case E164_WITHOUT_PLUS -> number.substring(1);
            case INTERNATIONAL -> "00" + number.substring(1);
            case NATIONAL -> number.startsWith("+49") ? "0" + number.substring(3) : "00" + number.substring(1);
        };
    }

    @Override
    public ZoneId zone(PortalId portal) {
        return ZoneId.of("Europe/Berlin");
    }
}
