package org.patchbay.sip.peer;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine that nobody uses. */
public final class Ports {

    private Ports() {}

    /** One that is free for UDP and TCP, and so is the next: there a phone listens for TLS. */
    public static int free() throws IOException {
        while (true) {
            try (var datagrams = new DatagramSocket(local(0));
                    var stream = new ServerSocket();
                    var next = new ServerSocket()) {
                stream.bind(local(datagrams.getLocalPort()));
                next.bind(local(datagrams.getLocalPort() + 1));
                return datagrams.getLocalPort();
            } catch (BindException e) {
                // Somebody has one of them: others.
            }
        }
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port & 0xffff);
    }
}
