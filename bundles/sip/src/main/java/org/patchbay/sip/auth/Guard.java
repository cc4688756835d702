package org.patchbay.sip.auth;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.patchbay.api.Network;
import org.patchbay.spi.web.ClientAddress;

/**
 * Counts wrong passwords by address and by account, and blocks who guesses, for a time. An address that is in use is spared,
 * for one phone with a wrong password must not silence all others behind the same router: there the count by account alone
 * holds. What is remembered is bounded: the oldest goes first. Thread-safe.
 */
public final class Guard {

    private static final int MOST = 50_000;

    private final Clock clock;
    private final Limits limits;
    private final int most;
    private final Predicate<InetAddress> inUse;
    private final Map<String, Count> failures = new LinkedHashMap<>();
    private final Map<String, Long> blocked = new LinkedHashMap<>();
    private final Map<String, Long> spared = new LinkedHashMap<>();
    private volatile int blocks;

    /**
     * How often a password may be wrong. Immutable.
     *
     * @param ofAddress from one address within the window; then it is blocked, unless it is in use
     * @param ofAccount of one account from everywhere; then only addresses it is used from are heard
     */
    public record Limits(int ofAddress, int ofAccount, Duration window, Duration block) {}

    /** With whether phones are registered at an address, or a carrier sends from there. */
    public Guard(Clock clock, Limits limits, Predicate<InetAddress> inUse) {
        this(clock, limits, inUse, MOST);
    }

    /** Remembers so many failures, and so many blocks, at most. */
    Guard(Clock clock, Limits limits, Predicate<InetAddress> inUse, int most) {
        this.inUse = inUse;
        this.clock = clock;
        this.limits = limits;
        this.most = most;
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

    /** How many addresses and accounts there are whose failures are counted. */
    synchronized int counted() {
        return failures.size();
    }

    /** How many addresses are blocked. */
    public int blocks() {
        return blocks;
    }

    /** A password was wrong, or an account does not exist, which is the same. */
    public synchronized void failed(InetAddress address, String account) {
        String network = network(address);
        if (count(network) >= limits.ofAddress() && !isSpared(network, address)) {
            block(network);
        }
        count("account " + account);
    }

    /** Asks whether it is in use once within a window, for that costs. */
    private boolean isSpared(String network, InetAddress address) {
        long now = clock.millis();
        Long until = spared.get(network);
        if (until != null && until > now) {
            return true;
        }
        spared.remove(network);
        if (!inUse.test(address)) {
            return false;
        }
        evict(spared);
        spared.put(network, now + limits.window().toMillis());
        return true;
    }

    private void block(String network) {
        blocked.remove(network);
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
            failures.remove(key);
            evict(failures);
            count = new Count(now);
            failures.put(key, count);
        }
        count.number++;
        return count.number;
    }

    private void evict(Map<String, ?> map) {
        if (map.size() >= most) {
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
