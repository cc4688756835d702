package org.patchbay.api.extensions;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.MayBeAbsent;

/**
 * How much a portal may call outside, against fraud. Immutable.
 *
 * @param simultaneous calls outside at once, 1 to 10,000; empty for any number
 * @param minutesPerDay of all calls outside, 1 to 1,000,000; empty for any number
 * @param destinationsPerDay different numbers called, 1 to 1,000,000; empty for any number
 * @param countries ISO 3166 codes of the countries that may be called; empty for every country
 * @param premium whether numbers at a higher rate may be called
 * @param alarm the mail address that hears of a limit that is reached
 */
public record CallLimits(
        Optional<Integer> simultaneous,
        Optional<Integer> minutesPerDay,
        Optional<Integer> destinationsPerDay,
        @MayBeAbsent Set<String> countries,
        @MayBeAbsent boolean premium,
        Optional<String> alarm) {

    /** Twenty calls at once, no numbers at a higher rate. */
    public static final CallLimits STANDARD =
            new CallLimits(Optional.of(20), Optional.empty(), Optional.empty(), Set.of(), false, Optional.empty());

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_A_DAY = 1_000_000;
    private static final int LONGEST_ADDRESS = 254;

    public CallLimits {
        simultaneous.ifPresent(most -> Bounds.range("simultaneous", most, 1, MOST_CALLS));
        minutesPerDay.ifPresent(most -> Bounds.range("minutesPerDay", most, 1, MOST_A_DAY));
        destinationsPerDay.ifPresent(most -> Bounds.range("destinationsPerDay", most, 1, MOST_A_DAY));
        countries = Set.copyOf(countries);
        for (var country : countries) {
            country("countries", country);
        }
        if (alarm.isPresent()
                && (alarm.get().length() > LONGEST_ADDRESS || !alarm.get().matches("[^\\s@]+@[^\\s@]+"))) {
            throw Bounds.invalid("alarm", "email.format", "is no mail address");
        }
    }

    static void country(String field, String country) {
        if (!COUNTRIES.contains(country)) {
            throw Bounds.invalid(field, "country.unknown", "is no country's code of two letters, such as DE");
        }
    }
}
