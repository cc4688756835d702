package org.patchbay.media.transport;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** What a peer sent last, as somebody on the way may record it. Thread-safe. */
final class LatestDatagrams {

    private static final int REMEMBERED = 40;

    private final Queue<byte[]> datagrams = new ArrayDeque<>();

    synchronized void add(byte[] datagram) {
        if (datagrams.size() == REMEMBERED) {
            datagrams.remove();
        }
        datagrams.add(datagram);
    }

    synchronized List<byte[]> all() {
        return List.copyOf(datagrams);
    }
}
