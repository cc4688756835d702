package org.patchbay.spi.signalling;

import java.net.InetAddress;

/**
 * What a phone says that looks for a server in the local network (RFC 6080). It proves nothing. Immutable.
 *
 * @param mac the hardware address: twelve small hexadecimal digits
 * @param source from where it asks
 * @param vendor who makes it, as it says: letters, digits, spaces, dots and dashes, to 40; empty when it does not
 * @param model what it is, likewise
 */
public record PhoneQuestion(String mac, InetAddress source, String vendor, String model) {}
