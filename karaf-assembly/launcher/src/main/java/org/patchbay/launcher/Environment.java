package org.patchbay.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads environment variables and says which one is wrong. */
record Environment(Map<String, String> values) {

    private static final int MAX_CHARS = 4096;
    private static final String ANY = "0.0.0.0";

    Optional<String> text(String name) {
        String value = values.getOrDefault(name, "").strip();
        if (value.length() > MAX_CHARS) {
            throw ExitCode.SETTING.because(name + " is longer than " + MAX_CHARS + " characters; shorten it.");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    int port(String name, int otherwise) {
        String value = text(name).orElse(Integer.toString(otherwise));
        if (value.matches("\\d{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw ExitCode.SETTING.because(
                name + " is \"" + value + "\", which is not a port; set it to a number from 1 to 65535.");
    }

    InetAddress address(String name) {
        return address(name, text(name).orElse(ANY));
    }

    /** Every address of the machine, if none is named. */
    List<InetAddress> addresses(String name) {
        List<String> named = list(name);
        return (named.isEmpty() ? List.of(ANY) : named)
                .stream().map(value -> address(name, value)).toList();
    }

    private static InetAddress address(String name, String value) {
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            throw ExitCode.SETTING.because(
                    name + " is \"" + value + "\", which is no address of this machine; set it to an IP address.");
        }
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
