package org.patchbay.phonemedia.net;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Pairs of sockets that are handed out again and again, since opening and closing them is most of what a short call costs. One
 * that was given back rests, and is read on, until nothing has come for it for a while, so that late packets of an old call
 * meet nobody. Thread-safe.
 */
public final class PortPool implements AutoCloseable {

    /** How long nothing must have come for a pair before it is handed out again. */
    static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How long a pair stays open that nobody needs. */
    static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int MOST_RESTING = 3_000;
    private static final int LOOKED_AT = 4;
    private static final int CLOSED_AT_ONCE = 50;

    private final PortRange range;
    private final List<MediaLoop> loops;
    private final int most;
    private final LongSupplier nanos;
    private final Deque<SocketPair> resting = new ArrayDeque<>();
    private int out;
    private boolean closed;

    /**
     * None is open yet.
     *
     * @param loops that read the sockets
     * @param most that are open at a time, as long as no more are in use
     * @param nanos a clock that only goes on, the one of the loops
     */
    public PortPool(PortRange range, List<MediaLoop> loops, int most, LongSupplier nanos) {
        this.range = range;
        this.loops = List.copyOf(loops);
        this.most = most;
        this.nanos = nanos;
    }

    /** A pair that is read; nothing when all are in use. */
    public Optional<SocketPair> open() {
        Optional<SocketPair> pair = rested().or(this::fresh).or(this::oldest);
        if (pair.isPresent()) {
            count(1);
        }
        return pair;
    }

    private synchronized void count(int more) {
        out += more;
    }

    private synchronized Optional<SocketPair> rested() {
        long now = nanos.getAsLong();
        for (int i = 0; i < LOOKED_AT && !resting.isEmpty(); i++) {
            SocketPair first = resting.remove();
            if (now - first.quietSince() >= QUIET_NANOS) {
                return Optional.of(first);
            }
            if (!first.isDisturbed()) {
                resting.addFirst(first); // Those behind it have rested for less long.
                break;
            }
            resting.add(first);
        }
        return Optional.empty();
    }

    private Optional<SocketPair> fresh() {
        return range.open(this::rest).filter(this::reads);
    }

    private boolean reads(SocketPair pair) {
        try {
            loop(pair).add(pair);
            return true;
        } catch (ClosedChannelException e) {
            range.close(pair);
            return false;
        }
    }

    private MediaLoop loop(SocketPair pair) {
        return loops.get(pair.port() / 2 % loops.size());
    }

    /** Where no port is left, one is better that was in use a moment ago than none. */
    private synchronized Optional<SocketPair> oldest() {
        return Optional.ofNullable(resting.poll());
    }

    private void rest(SocketPair pair) {
        synchronized (this) {
            out--;
            if (!closed && resting.size() < Math.min(MOST_RESTING, most - out)) {
                resting.add(pair);
                return;
            }
        }
        close(pair);
    }

    private void close(SocketPair pair) {
        range.close(pair);
        loop(pair).closed();
    }

    /** Closes some of those that nobody has needed for long. To be called now and then. */
    public void trim() {
        List<SocketPair> old = new ArrayList<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            Iterator<SocketPair> pairs = resting.iterator();
            while (pairs.hasNext() && old.size() < CLOSED_AT_ONCE) {
                SocketPair pair = pairs.next();
                if (now - pair.quietSince() >= LONGEST_REST_NANOS) {
                    pairs.remove();
                    old.add(pair);
                }
            }
        }
        old.forEach(this::close);
    }

    /** Closes those that rest, and the others when they are given back. */
    @Override
    public void close() {
        List<SocketPair> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(resting);
            resting.clear();
        }
        left.forEach(this::close);
    }
}
