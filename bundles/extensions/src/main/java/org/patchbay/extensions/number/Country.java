package org.patchbay.extensions.number;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The country of a time zone: that of a portal until another one is chosen. */
public final class Country {

    private static final Properties COUNTRIES = countries();

    private Country() {}

    /** The ISO 3166 code; {@code US} for a zone that is of no country. */
    public static String of(String zone) {
        return COUNTRIES.getProperty(zone, "US");
    }

    private static Properties countries() {
        Properties countries = new Properties();
        try (InputStream in = Objects.requireNonNull(Country.class.getResourceAsStream("zones.properties"))) {
            countries.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return countries;
    }
}
