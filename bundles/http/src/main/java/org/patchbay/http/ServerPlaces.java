package org.patchbay.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.patchbay.api.Problem;

/** How many requests are under way to each server: one that hangs uses up its own places alone. Thread-safe. */
final class ServerPlaces {

    private final Map<String, Integer> taken = new HashMap<>();
    private final int each;
    private final int total;
    private int all;

    ServerPlaces(int each, int total) {
        this.each = each;
        this.total = total;
    }

    /** Takes a place, to be given back with {@link #leave}, or refuses with LIMITED. */
    String take(URI uri) {
        String server = (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
        synchronized (this) {
            int now = taken.getOrDefault(server, 0);
            if (now >= each || all >= total) {
                throw Problem.LIMITED.because("http.busy", "Too many requests to " + uri.getHost() + " at a time");
            }
            taken.put(server, now + 1);
            all++;
        }
        return server;
    }

    /** Gives a place back; who has none is not remembered. */
    synchronized void leave(String server) {
        taken.computeIfPresent(server, (name, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
