package org.patchbay.phonemedia.sdp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses in descriptions. Names are never looked up: the far end's packets tell where it is. */
final class IpLiteral {

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int HIGHEST_BYTE = 255;

    private IpLiteral() {}

    /** The address, or nothing for a name, a multicast address or nonsense; a TTL goes away. */
    static String of(String text) {
        String plain = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
        if (!isFour(plain) && !(plain.contains(":") && SIX.matcher(plain).matches())) {
            return "";
        }
        try {
            InetAddress address = InetAddress.getByName(plain);
            return address.isMulticastAddress() || plain.equals("255.255.255.255") ? "" : plain;
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private static boolean isFour(String text) {
        var matcher = FOUR.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 1; i <= 4; i++) {
            if (Integer.parseInt(matcher.group(i)) > HIGHEST_BYTE) {
                return false;
            }
        }
        return true;
    }
}
