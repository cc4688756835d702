package org.patchbay.identity.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says a {@code User-Agent} in few words. */
final class Devices {

    private static final int LONGEST = 60;

    /** In the order in which they are asked: many claim to be others too. */
    private static final Map<String, String> BROWSERS = pairs(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "Vivaldi/",
            "Vivaldi",
            "Firefox/",
            "Firefox",
            "FxiOS/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "HeadlessChrome/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = pairs(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private Devices() {}

    static String name(String userAgent) {
        Optional<String> browser = first(BROWSERS, userAgent);
        Optional<String> system = first(SYSTEMS, userAgent);
        if (browser.isPresent() && system.isPresent()) {
            return browser.get() + " on " + system.get();
        }
        return browser.or(() -> system).orElseGet(() -> product(userAgent));
    }

    /** A program's own name, such as {@code curl} of {@code curl/8.5.0}. */
    private static String product(String userAgent) {
        String plain = userAgent.replaceAll("[^\\x20-\\x7e]", "").strip();
        String name = plain.split("[/ (]", 2)[0];
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> pairs(String... texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            pairs.put(texts[i], texts[i + 1]);
        }
        return pairs;
    }
}
