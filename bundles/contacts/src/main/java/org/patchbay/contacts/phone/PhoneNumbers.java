package org.patchbay.contacts.phone;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of E.164 numbers that grows: eight bytes for each of those it begins with. A number that is no E.164 number is never in
 * it. Thread-safe.
 */
final class PhoneNumbers {

    private static final int MOST_DIGITS = 18;

    private final long[] first;
    private final Set<Long> later = ConcurrentHashMap.newKeySet();

    private PhoneNumbers(long[] sorted) {
        this.first = sorted;
    }

    static PhoneNumbers of(Collection<String> numbers) {
        return new PhoneNumbers(numbers.stream()
                .mapToLong(PhoneNumbers::value)
                .filter(value -> value >= 0)
                .sorted()
                .distinct()
                .toArray());
    }

    private static long value(String e164) {
        boolean fits = e164.length() > 1 && e164.length() <= MOST_DIGITS && e164.charAt(0) == '+';
        return fits && e164.chars().skip(1).allMatch(one -> one >= '0' && one <= '9')
                ? Long.parseLong(e164.substring(1))
                : -1;
    }

    void add(String e164) {
        long value = value(e164);
        if (value >= 0) {
            later.add(value);
        }
    }

    boolean contains(String e164) {
        long value = value(e164);
        return value >= 0 && (Arrays.binarySearch(first, value) >= 0 || later.contains(value));
    }

    int size() {
        return first.length + later.size();
    }
}
