package org.patchbay.crm;

import java.util.regex.Pattern;
import org.patchbay.api.Problem;

/** Phone numbers as people and systems write them. */
final class PhoneText {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int MAX_CHARS = 64;

    private PhoneText() {}

    /** The number as {@code +} and digits; {@code tel:}, spaces, brackets and a leading 00 are understood. */
    static String e164(String written, String pointer) {
        String text = written.strip();
        if (text.length() <= MAX_CHARS) {
            String digits = (text.startsWith("tel:") ? text.substring(4) : text)
                    .replace("(0)", "")
                    .replaceAll("[\\s()./\\u2010-\\u2015-]", "");
            String plus = digits.startsWith("00") ? '+' + digits.substring(2) : digits;
            if (E164.matcher(plus).matches()) {
                return plus;
            }
        }
        throw Problem.INVALID.at(
                pointer, "phone.not-international", "must be a number with its country code, such as +49301234567");
    }
}
