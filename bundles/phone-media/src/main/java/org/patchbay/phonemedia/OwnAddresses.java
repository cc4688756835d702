package org.patchbay.phonemedia;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What descriptions say where this server is: at most one address of each family. Immutable.
 *
 * @param four empty for none
 * @param six empty for none
 */
record OwnAddresses(String four, String six) {

    private static final Logger log = LoggerFactory.getLogger(OwnAddresses.class);
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Of the settings: those that are advertised, else the one that is listened on, else the machine's. */
    static OwnAddresses of(String advertised, String bind) {
        List<InetAddress> told = Arrays.stream(advertised.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> literal("PATCHBAY_PHONE_MEDIA_ADDRESSES", text))
                .toList();
        if (told.isEmpty()) {
            told = bound(bind)
                    .filter(address -> !address.isAnyLocalAddress())
                    .map(List::of)
                    .orElseGet(OwnAddresses::ofMachine);
        }
        return new OwnAddresses(first(told, Inet4Address.class), first(told, Inet6Address.class));
    }

    /** The address to listen on. */
    static Optional<InetAddress> bound(String bind) {
        return bind.isBlank() ? Optional.empty() : Optional.of(literal("PATCHBAY_PHONE_MEDIA_BIND", bind.strip()));
    }

    private static InetAddress literal(String setting, String text) {
        try {
            if (LITERAL.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(setting + ": '" + text + "' is not an IP address", e);
        }
        throw new IllegalArgumentException(setting + ": '" + text + "' is not an IP address");
    }

    private static String first(List<InetAddress> addresses, Class<? extends InetAddress> family) {
        return addresses.stream()
                .filter(family::isInstance)
                .map(InetAddress::getHostAddress)
                .map(text -> text.contains("%") ? text.substring(0, text.indexOf('%')) : text)
                .findFirst()
                .orElse("");
    }

    /** Addresses of interfaces that are up; loopback only if there is nothing else. */
    private static List<InetAddress> ofMachine() {
        try {
            List<InetAddress> found = NetworkInterface.networkInterfaces()
                    .filter(OwnAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                    .toList();
            return found.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : found;
        } catch (SocketException e) {
            log.warn("The addresses of this machine are unknown, sound is served on loopback only", e);
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
