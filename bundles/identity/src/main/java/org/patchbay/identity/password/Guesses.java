package org.patchbay.identity.password;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.identity.session.Secret;

/**
 * Slows guessing down: after some free wrong guesses each further one has to wait longer, per account and per address.
 * A guess counts before it is checked, so that many at once gain nothing. From where somebody has signed in to an account
 * before, wrong guesses are counted apart, so that strangers cannot lock people out of their own accounts. Thread-safe.
 */
@Component(service = Guesses.class)
public final class Guesses {

    /** Counted under the login as typed, known or not: the pause tells nobody who has an account. */
    private static final Limit ACCOUNT = new Limit(5, Duration.ofMinutes(1));

    private static final Limit ADDRESS = new Limit(30, Duration.ofMinutes(15));
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final Duration HOME_MEMORY = Duration.ofDays(60);
    private static final int RACES = 50;

    private final ClusterMap counts;
    private final ClusterMap homes;
    private final Clock clock;

    @Activate
    public Guesses(@Reference Cluster cluster) {
        this(cluster, Clock.systemUTC());
    }

    public Guesses(Cluster cluster, Clock clock) {
        this.counts = cluster.map("sign-in-guesses", MEMORY);
        this.homes = cluster.map("sign-in-homes", HOME_MEMORY);
        this.clock = clock;
    }

    /** Counts a guess; LIMITED with {@code retryAfter} seconds if it comes too soon after the ones before. */
    public Guess begin(PortalId portal, String login, String address) {
        String account = portal + "/" + login.toLowerCase(Locale.ROOT);
        String home = Secret.hash(account + "/" + network(address));
        boolean known = homes.get(home).isPresent();
        Guess guess = new Guess(
                known ? "home/" + home : "account/" + Secret.hash(account),
                "address/" + Secret.hash(network(address)),
                home);
        count(guess.account, ACCOUNT);
        try {
            count(guess.address, ADDRESS);
        } catch (PatchbayException e) {
            change(guess.account, -1);
            throw e;
        }
        return guess;
    }

    /** The guess was right: the account starts afresh, the address gets it back and is known from now on. */
    public void right(Guess guess) {
        counts.remove(guess.account);
        change(guess.address, -1);
        homes.put(guess.home, new byte[] {1});
    }

    /** Looks and counts in one step. */
    private void count(String key, Limit limit) {
        change(key, count -> {
            refuseTooSoon(count, limit);
            return new Count(count.wrong + 1, clock.millis());
        });
    }

    private void change(String key, int by) {
        change(key, count -> new Count(Math.max(0, count.wrong + by), count.last));
    }

    private void refuseTooSoon(Count count, Limit limit) {
        long wait = count.last + limit.pause(count.wrong).toMillis() - clock.millis();
        if (wait > 0) {
            long seconds = (wait + 999) / 1000;
            throw Problem.LIMITED.because(
                    "sign-in.too-many",
                    "Too many wrong guesses; try again in " + seconds + " seconds",
                    Map.of("retryAfter", seconds));
        }
    }

    private void change(String key, UnaryOperator<Count> to) {
        for (int race = 0; race < RACES; race++) {
            Optional<byte[]> present = counts.get(key);
            byte[] next = write(to.apply(read(present)));
            boolean won = present.map(value -> counts.replace(key, value, next))
                    .orElseGet(() -> counts.putIfAbsent(key, next));
            if (won) {
                return;
            }
        }
        throw Problem.LIMITED.because("sign-in.busy", "Too many sign-ins at once; try again", Map.of("retryAfter", 1));
    }

    /** A household has a whole /64 of IPv6 addresses to guess from. */
    private static String network(String address) {
        if (address.indexOf(':') < 0 || !address.matches("[0-9a-fA-F:.]{2,45}(%\\w{1,20})?")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address.replaceAll("%.*", "")).getAddress();
            return bytes.length == 16 ? java.util.HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static Count read(Optional<byte[]> value) {
        List<String> parts = value.map(bytes -> List.of(new String(bytes, StandardCharsets.US_ASCII).split(" ")))
                .orElse(List.of("0", "0"));
        return new Count(Integer.parseInt(parts.get(0)), Long.parseLong(parts.get(1)));
    }

    private static byte[] write(Count count) {
        return (count.wrong + " " + count.last).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A counted guess, to be taken back when it was right.
     *
     * @param home the account and the address together
     */
    public record Guess(String account, String address, String home) {}

    private record Count(int wrong, long last) {}

    private record Limit(int free, Duration longest) {
        /** None while guesses are free, then one second, doubled with each further guess. */
        Duration pause(int wrong) {
            if (wrong < free) {
                return Duration.ZERO;
            }
            Duration pause = Duration.ofSeconds(1L << Math.min(wrong - free, 20));
            return pause.compareTo(longest) > 0 ? longest : pause;
        }
    }
}
