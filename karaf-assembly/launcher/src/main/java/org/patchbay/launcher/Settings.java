package org.patchbay.launcher;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the launcher itself needs of the settings; everything else is read by the slices. */
record Settings(
        Path home,
        Path data,
        InetAddress bind,
        List<InetAddress> mediaBinds,
        int httpPort,
        int httpsPort,
        int mediaPort,
        List<String> rootHosts,
        Optional<DatabaseAddress> database,
        Optional<Path> ownKeystore,
        String ownPassword) {

    private static final int KEY_BYTES = 32;

    static Settings of(Path home, Environment environment) {
        checkKeys(environment);
        WrittenForm.check(environment);
        return new Settings(
                home,
                path(environment, "PATCHBAY_DATA").orElse(home.resolve("data")),
                environment.address("PATCHBAY_BIND"),
                environment.addresses("PATCHBAY_MEDIA_BIND"),
                environment.port("PATCHBAY_HTTP_PORT", 8080),
                environment.port("PATCHBAY_HTTPS_PORT", 8443),
                environment.port("PATCHBAY_MEDIA_PORT", 10000),
                environment.list("PATCHBAY_ROOT_HOSTS"),
                DatabaseAddress.of(environment),
                path(environment, "PATCHBAY_TLS_KEYSTORE"),
                environment.text("PATCHBAY_TLS_PASSWORD").orElse("patchbay"));
    }

    private static Optional<Path> path(Environment environment, String name) {
        return environment.text(name).map(value -> {
            try {
                return Path.of(value).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw ExitCode.SETTING.because(name + " is not a path on this machine; set it to a folder's path.");
            }
        });
    }

    private static void checkKeys(Environment environment) {
        for (String key : environment.text("PATCHBAY_KEY").orElse("").split("[,\\s]+")) {
            if (!key.isEmpty() && !isKey(key)) {
                throw ExitCode.SETTING.because("PATCHBAY_KEY is not " + KEY_BYTES
                        + " bytes in base64; make one with: head -c 32 /dev/urandom | base64");
            }
        }
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
