package org.patchbay.sip.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.util.Optional;

/** One TCP or TLS connection. What is sent before it stands waits for it. */
final class StreamFlow implements Flow {

    private final Transport transport;
    private final InetSocketAddress remote;
    private final Channel channel;
    private final ChannelFuture ready;
    private volatile Optional<TlsFault> fault = Optional.empty();

    StreamFlow(Transport transport, InetSocketAddress remote, ChannelFuture ready) {
        this.transport = transport;
        this.remote = remote;
        this.channel = ready.channel();
        this.ready = ready;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void send(byte[] message, Runnable failed) {
        if (ready.isDone()) {
            write(message, failed);
        } else {
            ready.addListener(done -> write(message, failed));
        }
    }

    private void write(byte[] message, Runnable failed) {
        if (!channel.isActive()) {
            failed.run();
        } else if (!channel.isWritable()) {
            // Whoever reads so slowly is given up.
            var unused = channel.close();
            failed.run();
        } else {
            channel.writeAndFlush(Unpooled.wrappedBuffer(message)).addListener(done -> {
                if (!done.isSuccess()) {
                    broke(done.cause());
                    failed.run();
                }
            });
        }
    }

    @Override
    public Optional<TlsFault> fault() {
        return fault;
    }

    /** Something went wrong on it. */
    void broke(Throwable cause) {
        fault = fault.or(() -> TlsFault.of(cause));
    }

    @Override
    public void onClose(Runnable action) {
        channel.closeFuture().addListener(closed -> action.run());
    }

    @Override
    public String toString() {
        return transport + " " + remote;
    }
}
