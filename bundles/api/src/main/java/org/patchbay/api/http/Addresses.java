package org.patchbay.api.http;

import java.net.InetAddress;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where plugins may connect to that speak something else than HTTP: the same addresses are refused as by {@link Http}.
 * Whoever connects, connects to one of the addresses answered and never looks the name up again. Thread-safe.
 */
@ProviderType
public interface Addresses {

    /**
     * The addresses of a host that may be called at the port, at least one. Blocks.
     *
     * @throws org.patchbay.api.PatchbayException FORBIDDEN with the refused address, UNAVAILABLE for an unknown host
     */
    List<InetAddress> find(String host, int port);
}
