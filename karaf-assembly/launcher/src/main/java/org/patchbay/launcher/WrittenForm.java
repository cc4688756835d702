package org.patchbay.launcher;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How settings are written that the slices read: one in another form is told at once, before a slice could only fail to
 * start, long after the start itself.
 *
 * @param list whether it holds several, with commas between them
 */
record WrittenForm(String setting, boolean list, Pattern form, String wanted) {

    private static final String IPV4 = "\\d{1,3}(\\.\\d{1,3}){3}";
    private static final String IPV6 = "[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*";
    private static final String ADDRESS = "(" + IPV4 + "|" + IPV6 + "|\\[" + IPV6 + "])";
    private static final String BLOCK = "(" + IPV4 + "|" + IPV6 + ")(/\\d{1,3})?";

    private static final List<WrittenForm> ALL = List.of(
            several("PATCHBAY_TRUSTED_PROXIES", BLOCK, "no IP address or block of addresses such as 10.0.0.0/8"),
            several(
                    "PATCHBAY_MEDIA_ADDRESSES",
                    ADDRESS + "|(" + IPV4 + "|\\[" + IPV6 + "]):\\d{1,5}",
                    "no IP address such as 203.0.113.9 or 203.0.113.9:20000"),
            several("PATCHBAY_PUBLIC_ADDRESSES", ADDRESS, "no IP address such as 203.0.113.9"),
            one(
                    "PATCHBAY_SMTP_URL",
                    "(?i)smtps?://([^@/\\s]+@)?[A-Za-z0-9.\\-\\[\\]:]+/?",
                    "no address such as smtp://user:password@mail.example.com:587"),
            one("PATCHBAY_MAIL_FROM", "[^@\\s<>]+@[^@\\s<>]+|[^<>\\r\\n]+<[^@\\s<>]+@[^@\\s<>]+>", "no mail address"),
            one("PATCHBAY_PUBLIC_SCHEME", "https?", "neither http nor https"),
            one("PATCHBAY_LOG_LEVEL", "(?i)ERROR|WARN|INFO|DEBUG|TRACE", "none of ERROR, WARN, INFO and DEBUG"));

    private static WrittenForm several(String setting, String form, String wanted) {
        return new WrittenForm(setting, true, Pattern.compile(form), wanted);
    }

    private static WrittenForm one(String setting, String form, String wanted) {
        return new WrittenForm(setting, false, Pattern.compile(form), wanted);
    }

    /** Fails with the variable's name at the first that is written wrongly. */
    static void check(Environment environment) {
        ALL.forEach(form -> form.checkIn(environment));
    }

    private void checkIn(Environment environment) {
        List<String> values = list
                ? environment.list(setting)
                : environment.text(setting).stream().toList();
        for (String value : values) {
            if (!form.matcher(value).matches()) {
                throw ExitCode.SETTING.because(setting + " holds \"" + shown(value) + "\", which is " + wanted + ".");
            }
        }
    }

    /** Passwords are no business of a terminal's. */
    private static String shown(String value) {
        return value.replaceAll("//[^@/]*@", "//…@");
    }
}
