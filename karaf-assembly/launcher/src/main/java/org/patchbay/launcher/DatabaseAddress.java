package org.patchbay.launcher;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PostgreSQL database and who signs in there. */
record DatabaseAddress(String url, String host, int port, Optional<String> user, Optional<String> password) {

    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::(\\d{1,5}))?/[^/?\\s]+(?:\\?\\S*)?");

    /** The external database, or empty for the embedded one. */
    static Optional<DatabaseAddress> of(Environment environment) {
        return environment
                .text("PATCHBAY_DB_URL")
                .filter(url -> !url.startsWith("jdbc:derby:"))
                .map(url -> {
                    Matcher matcher = URL.matcher(url);
                    if (!matcher.matches()) {
                        throw ExitCode.SETTING.because(
                                "PATCHBAY_DB_URL is not a PostgreSQL address; write it as jdbc:postgresql://host:5432/database.");
                    }
                    int port = matcher.group(2) == null ? 5432 : Integer.parseInt(matcher.group(2));
                    return new DatabaseAddress(
                            url,
                            matcher.group(1),
                            port,
                            environment.text("PATCHBAY_DB_USER").or(() -> Optional.of("patchbay")),
                            environment.text("PATCHBAY_DB_PASSWORD"));
                });
    }
}
