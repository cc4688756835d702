package org.patchbay.extensions;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.book.PortalBook;
import org.patchbay.extensions.number.Numbers;

/** What numbers mean, from memory. Thread-safe. */
@Component
public final class DialPlanService implements DialPlan {

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{1,40}");

    /** No internal numbers of more digits make numbers outside unreachable. */
    private static final int SHORT = 6;

    private final Books books;
    private final SettingsReader settings;

    @Activate
    public DialPlanService(@Reference Books books, @Reference SettingsReader settings) {
        this.books = books;
        this.settings = settings;
    }

    @Override
    public CallSettings settings(PortalId portal) {
        return books.of(portal).settings().orElseGet(() -> settings.assumed(portal));
    }

    private Numbers numbers(PortalId portal) {
        CallSettings present = settings(portal);
        return new Numbers(present.country(), present.areaCode());
    }

    @Override
    public Dialled understand(PortalId portal, String typed) {
        String digits = typed.replaceAll("[ ()./-]", "");
        if (!DIALLED.matcher(digits).matches()) {
            return new Dialled.Unknown();
        }
        CallSettings present = settings(portal);
        PortalBook book = books.of(portal);
        return emergency(present, digits)
                .or(() -> feature(present, digits))
                .or(() -> book.internal(digits).map(thing -> new Dialled.Internal(destination(thing))))
                .or(() -> Optional.of(digits)
                        .filter(present.parkingPlaces()::contains)
                        .map(Dialled.Parked::new))
                .or(() -> outside(present, digits, Math.min(book.longestInternal(), SHORT)))
                .orElseGet(Dialled.Unknown::new);
    }

    private static Optional<Dialled> emergency(CallSettings present, String digits) {
        var numbers = new Numbers(present.country(), present.areaCode());
        String prefix = present.outsidePrefix();
        if (numbers.isEmergency(digits)) {
            return Optional.of(new Dialled.Emergency(digits));
        }
        return Optional.of(digits)
                .filter(text -> !prefix.isEmpty() && text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(numbers::isEmergency)
                .map(Dialled.Emergency::new);
    }

    /** Of several codes the longest that fits. */
    private static Optional<Dialled> feature(CallSettings present, String digits) {
        if (digits.charAt(0) != '*' && digits.charAt(0) != '#') {
            return Optional.empty();
        }
        return Arrays.stream(FeatureCode.values())
                .filter(code -> fits(code, present.code(code), digits))
                .max(Comparator.comparingInt(code -> present.code(code).length()))
                .map(code -> new Dialled.Feature(
                        code, digits.substring(present.code(code).length())));
    }

    private static boolean fits(FeatureCode code, String dialled, String digits) {
        if (dialled.isEmpty() || !digits.startsWith(dialled)) {
            return false;
        }
        return switch (code.argument()) {
            case NONE -> digits.equals(dialled);
            case OPTIONAL -> true;
            case NUMBER -> digits.length() > dialled.length();
        };
    }

    /** Without a prefix, what is as short as an internal number is one that nobody has. */
    private static Optional<Dialled> outside(CallSettings present, String digits, int internal) {
        var numbers = new Numbers(present.country(), present.areaCode());
        String prefix = present.outsidePrefix();
        if (prefix.isEmpty() && digits.length() <= internal) {
            return Optional.empty();
        }
        if (digits.startsWith("+") || prefix.isEmpty()) {
            return numbers.outside(digits).map(found -> found);
        }
        return digits.startsWith(prefix)
                ? numbers.outside(digits.substring(prefix.length())).map(found -> found)
                : Optional.empty();
    }

    static Destination destination(Record thing) {
        if (thing instanceof Extension extension) {
            return new Destination(Destination.Kind.EXTENSION, extension.id());
        }
        if (thing instanceof RingGroup group) {
            return new Destination(Destination.Kind.RING_GROUP, group.id());
        }
        if (thing instanceof CallQueue queue) {
            return new Destination(Destination.Kind.QUEUE, queue.id());
        }
        if (thing instanceof VoiceMenu menu) {
            return new Destination(Destination.Kind.MENU, menu.id());
        }
        return new Destination(Destination.Kind.CONFERENCE, ((ConferenceRoom) thing).id());
    }

    @Override
    public List<InboundNumber> inboundNumbers(PortalId portal) {
        return books.of(portal).inbound();
    }

    @Override
    public Optional<InboundNumber> inbound(PortalId portal, String called) {
        return inbound(books.of(portal), numbers(portal), called);
    }

    static Optional<InboundNumber> inbound(PortalBook book, Numbers numbers, String called) {
        return numbers.e164(called)
                .flatMap(number -> withNumber(book, number))
                // Some carriers leave out the plus before the country's code.
                .or(() -> withNumber(book, '+' + called));
    }

    private static Optional<InboundNumber> withNumber(PortalBook book, String number) {
        return book.withKey("i:" + number).map(InboundNumber.class::cast);
    }

    @Override
    public Optional<String> e164(PortalId portal, String number) {
        return numbers(portal).e164(number);
    }

    @Override
    public String dialled(PortalId portal, Trunk trunk, String number) {
        return number.startsWith("+") ? trunk.prefix() + numbers(portal).write(number, trunk.dialled()) : number;
    }

    @Override
    public String shown(PortalId portal, Trunk trunk, String number) {
        return numbers(portal).write(number, trunk.shown());
    }

    @Override
    public ZoneId zone(PortalId portal) {
        return settings.zone(portal);
    }
}
