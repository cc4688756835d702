package org.patchbay.testing.crm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the stub is told to do wrong. */
final class HubSpotSwitches {

    private final AtomicInteger limited = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile int retryAfterSeconds = 1;
    private volatile Duration latency = Duration.ZERO;

    void limitNext(int requests, int seconds) {
        retryAfterSeconds = seconds;
        limited.set(requests);
    }

    void failNext(int requests) {
        failing.set(requests);
    }

    void delay(Duration duration) {
        latency = duration;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Takes the time and throws the refusal that the switches ask for. */
    void apply() throws InterruptedException {
        Thread.sleep(latency.toMillis());
        if (takeOne(failing)) {
            throw HubSpotRefusal.fault();
        }
        if (takeOne(limited)) {
            throw HubSpotRefusal.tooMany();
        }
    }

    /** Reads {@code {"limit":1,"retryAfterSeconds":1,"fail":1,"latencyMillis":0,"searchLagMillis":0}}, each optional. */
    void read(Map<?, ?> given, HubSpotRecords records) {
        given.forEach((name, value) -> {
            int number = value instanceof BigDecimal decimal ? decimal.intValueExact() : 0;
            switch (name.toString()) {
                case "limit" -> limited.set(number);
                case "retryAfterSeconds" -> retryAfterSeconds = number;
                case "fail" -> failing.set(number);
                case "latencyMillis" -> latency = Duration.ofMillis(number);
                case "searchLagMillis" -> records.lag(Duration.ofMillis(number));
                default -> throw HubSpotRefusal.invalid("There is no switch " + name);
            }
        });
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
