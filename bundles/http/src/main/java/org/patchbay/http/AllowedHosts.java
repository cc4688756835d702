package org.patchbay.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The hosts that a script may call: names, or {@code *.example.com} for every name below. Immutable. */
record AllowedHosts(Optional<Set<String>> names) {

    static final AllowedHosts ANY = new AllowedHosts(Optional.empty());

    static AllowedHosts only(Set<String> names) {
        return new AllowedHosts(Optional.of(Set.copyOf(names)));
    }

    boolean permits(String host) {
        return names.map(all -> all.stream().anyMatch(name -> matches(name.toLowerCase(Locale.ROOT), plain(host))))
                .orElse(true);
    }

    private static boolean matches(String name, String host) {
        return name.startsWith("*.")
                ? name.length() > 2 && host.length() > name.length() - 1 && host.endsWith(name.substring(1))
                : name.equals(host);
    }

    private static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
