package org.patchbay.spi.web;

/**
 * Where a request came from, as far as trusted proxies can tell. A resource method takes it as a {@code @Context}
 * parameter.
 *
 * @param value the IP address as text
 */
public record ClientAddress(String value) {
    @Override
    public String toString() {
        return value;
    }
}
