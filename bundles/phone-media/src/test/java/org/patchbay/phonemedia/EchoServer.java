package org.patchbay.phonemedia;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.StringJoiner;

/**
 * Sends back what comes, on one thread and as many sockets as it is told, one for each leg: what a server that does nothing adds
 * to the way of a packet on this machine. It has no figures.
 */
final class EchoServer {

    private static final int BUFFER = 4 << 20;

    private EchoServer() {}

    public static void main(String[] args) throws IOException {
        Selector selector = Selector.open();
        var ports = new StringJoiner(" ");
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            DatagramChannel socket = DatagramChannel.open();
            socket.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
            ports.add(String.valueOf(((InetSocketAddress) socket.getLocalAddress()).getPort()));
        }
        System.out.println(ports);
        var buffer = ByteBuffer.allocateDirect(2_048);
        while (selector.isOpen()) {
            selector.select(key -> echo((DatagramChannel) key.channel(), buffer));
        }
    }

    private static void echo(DatagramChannel socket, ByteBuffer buffer) {
        try {
            buffer.clear();
            SocketAddress from = socket.receive(buffer);
            if (from != null) {
                socket.send(buffer.flip(), from);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
