package org.patchbay.sip.dialog;

import java.net.InetSocketAddress;
import org.patchbay.sip.transport.Transport;

/** Where a request may be sent (RFC 3263). Immutable. */
public record Hop(Transport transport, InetSocketAddress address, String name) {}
