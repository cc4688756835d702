package org.patchbay.sip.auth;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.patchbay.api.Network;
import org.patchbay.spi.web.ClientAddress;

/**
 * Counts wrong passwords by address and by account, and blocks who guesses, for a time. What is remembered is bounded: the
 * oldest goes first. Thread-safe.
 */
public final class Guard {

    private static final int MOST = 50_000;

    private final Clock clock;
    private final Limits limits;
    private final Map<String, Count> failures = new HashMap<>();
    private final Map<String, Long> blocked = new HashMap<>();
    private volatile int blocks;

    /**
     * How often a password may be wrong. Immutable.
     *
     * @param ofAddress from one address within the window; then it is blocked
     * @param ofAccount of one account from everywhere; then only addresses it is used from are heard
     */
    public record Limits(int ofAddress, int ofAccount, Duration window, Duration block) {}

    public Guard(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Whether this address is met with silence. */
    public boolean isBlocked(InetAddress address) {
        if (blocks == 0) {
            return false;
        }
        synchronized (this) {
            Long until = blocked.get(network(address));
            if (until != null && until <= clock.millis()) {
                blocked.remove(network(address));
                blocks = blocked.size();
                return false;
            }
            return until != null;
        }
    }

    /** How many addresses are blocked. */
    public int blocks() {
        return blocks;
    }

    /** A password was wrong, or an account does not exist, which is the same. */
    public synchronized void failed(InetAddress address, String account) {
        String network = network(address);
        if (count(network) >= limits.ofAddress()) {
            block(network);
        }
        count("account " + account);
    }

    /** Blocks who is surely no phone. */
    public synchronized void block(InetAddress address) {
        block(network(address));
    }

    private void block(String network) {
        evict(blocked);
        blocked.put(network, clock.millis() + limits.block().toMillis());
        failures.remove(network);
        blocks = blocked.size();
    }

    /** Whether so many passwords of this account were wrong that strangers are not heard. */
    public synchronized boolean isBesieged(String account) {
        Count count = failures.get("account " + account);
        return count != null
                && clock.millis() - count.since < limits.window().toMillis()
                && count.number >= limits.ofAccount();
    }

    private int count(String key) {
        long now = clock.millis();
        Count count = failures.get(key);
        if (count == null || now - count.since >= limits.window().toMillis()) {
            evict(failures);
            count = new Count(now);
            failures.put(key, count);
        }
        count.number++;
        return count.number;
    }

    private static void evict(Map<String, ?> map) {
        if (map.size() >= MOST) {
            Iterator<?> first = map.keySet().iterator();
            first.next();
            first.remove();
        }
    }

    private static String network(InetAddress address) {
        return new ClientAddress(Network.written(address)).network();
    }

    private static final class Count {
        private final long since;
        private int number;

        private Count(long since) {
            this.since = since;
        }
    }
}
