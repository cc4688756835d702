package org.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the settings that the slices will read: one whose default is a whole number takes nothing else, or
 * -1 where that turns something off. A slice could only fail to start, long after the start itself.
 */
final class NumberSettings {

    private static final Pattern SETTING = Pattern.compile(
            "(?:\\$\\{env:(?<cfg>PATCHBAY_[A-Z_]+):-|<Env name=\"(?<xml>PATCHBAY_[A-Z_]+)\" default=\")(?<usual>\\d+)[}\"]");
    private static final Pattern NUMBER = Pattern.compile("-1|\\d{1,9}");

    private final Path etc;

    NumberSettings(Path etc) {
        this.etc = etc;
    }

    /** Fails with the variable's name at the first that is wrong. */
    void check(Environment environment) {
        for (Path file : files()) {
            Matcher matcher = SETTING.matcher(read(file));
            while (matcher.find()) {
                String name = matcher.group("cfg") == null ? matcher.group("xml") : matcher.group("cfg");
                check(environment, name, matcher.group("usual"));
            }
        }
    }

    private static void check(Environment environment, String name, String otherwise) {
        environment.text(name).filter(value -> !NUMBER.matcher(value).matches()).ifPresent(value -> {
            throw ExitCode.SETTING.because(name + " is \"" + value
                    + "\", which is not a whole number; set it to one such as " + otherwise + ".");
        });
    }

    private List<Path> files() {
        try (var files = Files.list(etc)) {
            return files.filter(file -> file.toString().matches(".*\\.cfg|.*/jetty\\.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ExitCode.SETTING.because("The folder " + etc + " cannot be read; unpack the distribution again.");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw ExitCode.SETTING.because("The file " + file + " cannot be read; unpack the distribution again.");
        }
    }
}
