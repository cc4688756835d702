package org.patchbay.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes self-signed certificates with the JDK's own tool. */
final class Keytool {

    static final String PASSWORD = "change-it";

    private Keytool() {}

    /** A PKCS12 file with a certificate for these hosts. */
    static Path pkcs12(Path file, String algorithm, int days, String... hosts) {
        return pkcs12(file, algorithm, 0, days, hosts);
    }

    /** The same, valid after some days. */
    static Path pkcs12(Path file, String algorithm, int after, int days, String... hosts) {
        List<String> names = new ArrayList<>();
        for (String host : hosts) {
            names.add((host.matches("[0-9.]+") ? "ip:" : "dns:") + host);
        }
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "it",
                "-keyalg",
                algorithm,
                "-startdate",
                "+" + after + "d",
                "-validity",
                String.valueOf(days),
                "-dname",
                "CN=" + hosts[0],
                "-ext",
                "san=" + String.join(",", names)));
        return file;
    }

    static Identity identity(Path file) {
        try {
            return Keystores.read(Files.readAllBytes(file), PASSWORD, "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
