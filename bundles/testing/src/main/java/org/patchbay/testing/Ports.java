package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine that nobody uses. */
public final class Ports {

    /** Above those that the server takes for calls, below those that systems give to sockets without a port of their own. */
    private static final int FIRST = 24_000;

    private static final int LAST = 32_000;

    private Ports() {}

    /**
     * One that is free for UDP and TCP on every address, and so is the next: there a phone listens for TLS. As no system
     * gives it to anybody, it is still free a moment later.
     */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (var datagrams = new DatagramSocket(port);
                    var stream = new ServerSocket();
                    var next = new ServerSocket()) {
                stream.bind(new InetSocketAddress(port));
                next.bind(new InetSocketAddress(port + 1));
                return datagrams.getLocalPort();
            } catch (BindException e) {
                // Somebody has one of them: others.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
