package org.patchbay.phonemedia.srtp;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/** What a peer's DTLS reads and writes beside its media. */
final class HandshakeDatagrams implements DatagramTransport {

    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private final Consumer<byte[]> out;

    HandshakeDatagrams(Consumer<byte[]> out) {
        this.out = out;
    }

    void add(byte[] datagram) {
        arrived.add(datagram);
    }

    @Override
    public int getReceiveLimit() {
        return 1_500;
    }

    @Override
    public int getSendLimit() {
        return 1_200;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        try {
            byte[] datagram = arrived.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (datagram == null) {
                return -1;
            }
            int size = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, buffer, offset, size);
            return size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        out.accept(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    /** The library is done with it; the peer's socket lives on. */
    @Override
    public void close() {}
}
