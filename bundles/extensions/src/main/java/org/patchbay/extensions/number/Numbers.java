package org.patchbay.extensions.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.NumberFormat;

/** Numbers as they are dialled and written in one country. Immutable. */
public record Numbers(String country, String areaCode) {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();
    private static final Set<PhoneNumberType> DEAR = Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST);

    /** With so many digits more, and such, a number that is too short is tried. */
    private static final int MISSING = 4;

    private static final long SHORTER_THAN_THIS = 1_000_000_000_000L;

    private static final List<String> FILL = List.of("0", "1", "5");
    private static final int LONGEST = 40;
    private static final int NORTH_AMERICA = 1;

    /** Whether it is a number for emergencies in this country. */
    public boolean isEmergency(String digits) {
        return digits.length() <= 6 && SHORT.isEmergencyNumber(digits, country);
    }

    /** A number of the telephone network, read as somebody in the country writes it. */
    public Optional<Dialled.Outside> outside(String typed) {
        return parse(typed).map(number -> {
            String region = UTIL.getRegionCodeForNumber(number);
            return new Dialled.Outside(
                    UTIL.format(number, PhoneNumberFormat.E164),
                    region == null || region.length() != 2 ? "" : region,
                    isDear(number));
        });
    }

    /**
     * Whether a call there costs more than others. With a digit too many or too few a number is none of its kind any more, but
     * may be put through all the same: carriers leave out what is too much. So it counts what the number begins with.
     */
    private static boolean isDear(PhoneNumber number) {
        if (UTIL.isValidNumber(number)) {
            return DEAR.contains(UTIL.getNumberType(number));
        }
        var shorter = new PhoneNumber().mergeFrom(number);
        if (UTIL.truncateTooLongNumber(shorter)) {
            return DEAR.contains(UTIL.getNumberType(shorter));
        }
        if (number.getNationalNumber() >= SHORTER_THAN_THIS) {
            return false;
        }
        return IntStream.rangeClosed(1, MISSING)
                .boxed()
                .flatMap(count -> FILL.stream().map(digit -> longer(number, digit.repeat(count))))
                .anyMatch(longer -> DEAR.contains(UTIL.getNumberType(longer)));
    }

    private static PhoneNumber longer(PhoneNumber number, String digits) {
        return new PhoneNumber()
                .mergeFrom(number)
                .setNationalNumber(Long.parseLong(number.getNationalNumber() + digits));
    }

    /** The number in E.164 with a plus. */
    public Optional<String> e164(String typed) {
        return parse(typed).map(number -> UTIL.format(number, PhoneNumberFormat.E164));
    }

    private Optional<PhoneNumber> parse(String typed) {
        if (typed.length() > LONGEST || typed.isEmpty() || !typed.matches("\\+?[\\d ()./-]+")) {
            return Optional.empty();
        }
        String national =
                Optional.ofNullable(UTIL.getNddPrefixForRegion(country, true)).orElse("");
        if (typed.charAt(0) == '+' || (!national.isEmpty() && typed.startsWith(national))) {
            return read(typed);
        }
        // What is not marked as a number of the network must be one beyond doubt: it may be a mistake for an internal
        // one.
        Optional<PhoneNumber> whole = read(typed).filter(UTIL::isValidNumber);
        return areaCode.isEmpty()
                ? whole
                : read(national + areaCode + typed).filter(UTIL::isValidNumber).or(() -> whole);
    }

    private Optional<PhoneNumber> read(String typed) {
        try {
            return Optional.of(UTIL.parse(typed, country)).filter(UTIL::isPossibleNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** A number as a line of this country wants it; what is no E.164 number stays as it is. */
    public String write(String number, NumberFormat format) {
        if (!number.startsWith("+")) {
            return number;
        }
        return switch (format) {
            case E164 -> number;
            case E164_WITHOUT_PLUS -> number.substring(1);
            case INTERNATIONAL -> abroad(number);
            case NATIONAL ->
                read(number)
                        .filter(parsed -> parsed.getCountryCode() == UTIL.getCountryCodeForRegion(country))
                        .map(parsed -> digits(UTIL.format(parsed, PhoneNumberFormat.NATIONAL)))
                        .orElseGet(() -> abroad(number));
        };
    }

    /** The prefix for calls abroad is found by a number abroad, as it is told in no other way. */
    private String abroad(String number) {
        boolean american = UTIL.getCountryCodeForRegion(country) == NORTH_AMERICA;
        String elsewhere = american ? "442079460000" : "12125550100";
        return read('+' + elsewhere)
                .map(parsed -> UTIL.formatOutOfCountryCallingNumber(parsed, country))
                .filter(text -> !text.startsWith("+"))
                .map(Numbers::digits)
                .filter(digits -> digits.endsWith(elsewhere))
                .map(digits -> digits.substring(0, digits.length() - elsewhere.length()) + number.substring(1))
                .orElse(number);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
