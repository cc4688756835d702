package org.patchbay.sip.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIP over TCP or TLS connections, those that come in and those that are made from here. Thread-safe. */
final class StreamTransport implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StreamTransport.class);
    private static final int BACKLOG = 1024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 900;

    private final Transport transport;
    private final EventLoopGroup loops;
    private final Optional<TlsKeys> keys;
    private final Receiver receiver;
    private final ConnectionGate gate;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Map<InetSocketAddress, StreamFlow> flows = new ConcurrentHashMap<>();
    private final InetSocketAddress address;

    /** A port of zero is any that is free. */
    StreamTransport(
            EventLoopGroup loops,
            InetSocketAddress address,
            Optional<TlsKeys> keys,
            ConnectionGate gate,
            Receiver receiver) {
        this.transport = keys.isPresent() ? Transport.TLS : Transport.TCP;
        this.loops = loops;
        this.keys = keys;
        this.gate = gate;
        this.receiver = receiver;
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .childHandler(new Accepted())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException("No " + transport + " at " + address, bound.cause());
        }
        channels.add(bound.channel());
        this.address = (InetSocketAddress) bound.channel().localAddress();
    }

    private static WriteBufferWaterMark waterMark() {
        return new WriteBufferWaterMark(SipLimits.UNREAD / 2, SipLimits.UNREAD);
    }

    InetSocketAddress address() {
        return address;
    }

    int connections() {
        return Math.max(0, channels.size() - 1);
    }

    /** The connection to this peer; a new one if there is none. The name is the one that its certificate must have. */
    Flow to(InetSocketAddress remote, String name) {
        return flows.compute(
                remote, (key, present) -> present != null && present.isOpen() ? present : connect(key, name));
    }

    private StreamFlow connect(InetSocketAddress remote, String name) {
        var connecting = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .handler(new Made(remote, name))
                .connect(remote);
        var flow = new StreamFlow(transport, remote, connecting);
        connecting.channel().closeFuture().addListener(closed -> flows.remove(remote, flow));
        connecting.addListener(connected -> watch(connecting.channel(), flow));
        return flow;
    }

    /** Whether the certificate of the other side is as it should be. */
    private static void watch(Channel channel, StreamFlow flow) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            tls.handshakeFuture().addListener(shaken -> {
                if (!shaken.isSuccess()) {
                    flow.broke(shaken.cause());
                }
            });
        }
    }

    @Override
    public void close() {
        channels.close().awaitUninterruptibly();
    }

    private void read(Channel channel, StreamFlow flow) {
        channels.add(channel);
        channel.pipeline().addLast(new IdleStateHandler(IDLE_SECONDS, 0, 0), new SipFrames(), new Reader(flow));
    }

    private final class Accepted extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            if (!(channel.remoteAddress() instanceof InetSocketAddress remote)
                    || !gate.enter(remote.getAddress(), channel.closeFuture())) {
                var unused = channel.close();
                return;
            }
            keys.ifPresent(present -> channel.pipeline().addLast(new SslHandler(present.serverEngine())));
            var flow = new StreamFlow(transport, remote, channel.newSucceededFuture());
            flows.put(remote, flow);
            channel.closeFuture().addListener(closed -> flows.remove(remote, flow));
            read(channel, flow);
        }
    }

    private final class Made extends ChannelInitializer<Channel> {
        private final InetSocketAddress remote;
        private final String name;

        private Made(InetSocketAddress remote, String name) {
            this.remote = remote;
            this.name = name;
        }

        @Override
        protected void initChannel(Channel channel) {
            keys.ifPresent(present ->
                    channel.pipeline().addLast(new SslHandler(present.clientEngine(name, remote.getPort()))));
            read(channel, new StreamFlow(transport, remote, channel.newSucceededFuture()));
        }
    }

    private final class Reader extends SimpleChannelInboundHandler<byte[]> {

        private final StreamFlow flow;

        private Reader(StreamFlow flow) {
            this.flow = flow;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, byte[] message) {
            receiver.received(message, message.length, flow, false);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent) {
                var unused = context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            log.debug("A connection broke", cause);
            var unused = context.close();
        }
    }
}
