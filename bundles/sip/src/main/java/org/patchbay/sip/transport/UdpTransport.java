package org.patchbay.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIP in datagrams (RFC 3261, section 18; RFC 3581). Thread-safe. */
final class UdpTransport implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UdpTransport.class);
    private static final int SOCKET_BYTES = 8 << 20;
    private static final int AT_ONCE = 64;
    private static final int SHORTEST = 12;

    private final DatagramChannel socket;
    private final NioDatagramChannel channel;

    UdpTransport(EventLoopGroup loops, InetSocketAddress address, Receiver receiver) {
        try {
            this.socket = DatagramChannel.open();
            socket.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BYTES);
            socket.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.channel = new NioDatagramChannel(socket);
        var allocator = new FixedRecvByteBufAllocator(SipLimits.DATAGRAM);
        var bound = new Bootstrap()
                .group(loops)
                .channelFactory(() -> channel)
                .option(ChannelOption.RECVBUF_ALLOCATOR, allocator.maxMessagesPerRead(AT_ONCE))
                .handler(new Reader(socket, receiver))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var unused = channel.close();
            throw new IllegalStateException("No UDP at " + address, bound.cause());
        }
    }

    InetSocketAddress address() {
        return channel.localAddress();
    }

    Flow to(InetSocketAddress remote) {
        return new UdpFlow(socket, remote);
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }

    private static final class Reader extends SimpleChannelInboundHandler<DatagramPacket> {

        private final DatagramChannel socket;
        private final Receiver receiver;

        private Reader(DatagramChannel socket, Receiver receiver) {
            this.socket = socket;
            this.receiver = receiver;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            ByteBuf content = packet.content();
            int length = content.readableBytes();
            if (length < SHORTEST) {
                return; // A keep-alive, or nothing.
            }
            var bytes = new byte[length];
            content.readBytes(bytes);
            var flow = new UdpFlow(socket, packet.sender());
            if (Stun.isRequest(bytes)) {
                flow.send(Stun.answer(bytes, packet.sender()), () -> {});
            } else {
                receiver.received(bytes, length, flow);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            log.debug("A datagram could not be taken", cause);
        }
    }
}
