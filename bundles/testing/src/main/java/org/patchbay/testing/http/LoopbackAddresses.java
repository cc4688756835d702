package org.patchbay.testing.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Addresses;

/** Lets a test connect to stand-ins on the loopback address alone; every name of {@code .example} is that. */
public final class LoopbackAddresses implements Addresses {

    @Override
    public List<InetAddress> find(String host, int port) {
        if (!host.equals("127.0.0.1") && !host.equals("localhost") && !host.endsWith(".example")) {
            throw Problem.FORBIDDEN.because(
                    "http.address",
                    "The address " + host + " must not be called",
                    Map.of("host", host, "address", host));
        }
        try {
            return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
