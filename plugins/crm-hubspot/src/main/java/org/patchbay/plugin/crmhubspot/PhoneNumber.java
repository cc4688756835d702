package org.patchbay.plugin.crmhubspot;

import java.util.Set;

/** A number in E.164, as people write it in a CRM. */
record PhoneNumber(String e164) {

    private static final Set<String> ONE = Set.of("1", "7");
    private static final Set<String> TWO = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    /** Area code and local number, which is what HubSpot searches. */
    String national() {
        String digits = e164.substring(1);
        if (ONE.contains(digits.substring(0, 1))) {
            return digits.substring(1);
        }
        return digits.substring(TWO.contains(digits.substring(0, 2)) ? 2 : 3);
    }

    /** Whether a number as written in the CRM is this one; without a country code the national digits decide. */
    boolean matches(String written) {
        String plain = plain(written);
        return plain.startsWith("+")
                ? plain.equals(e164)
                : !plain.isEmpty() && withoutZeros(plain).equals(withoutZeros(national()));
    }

    /** The number without spaces and brackets, with {@code +} when it has a country code. */
    static String plain(String written) {
        String plain = written.replace("(0)", "").replaceAll("[^+0-9]", "");
        return plain.startsWith("00") ? "+" + plain.substring(2) : plain;
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }
}
