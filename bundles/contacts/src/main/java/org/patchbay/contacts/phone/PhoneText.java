package org.patchbay.contacts.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** A phone number as people write it, and its one spelling. */
public final class PhoneText {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";

    private PhoneText() {}

    /**
     * The number as {@code +} and digits, if it is a possible one.
     *
     * @param region the ISO 3166 code of the country in which a number without a country code is meant
     */
    public static Optional<String> e164(String typed, Optional<String> region) {
        return parse(typed, region.orElse(NO_REGION)).map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** The number as it is dialled within its own country. */
    public static Optional<String> national(String e164) {
        return parse(e164, NO_REGION).map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL));
    }

    private static Optional<PhoneNumber> parse(String typed, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(typed, region);
            return Optional.of(number).filter(NUMBERS::isPossibleNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
