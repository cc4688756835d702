package org.patchbay.api.extensions;

import java.util.Optional;

/**
 * A phone of another extension that is used as one of this one: somebody signed in there. Immutable.
 *
 * @param device the id of the device
 * @param since when somebody signed in, in seconds since 1970
 * @param until when that ends by itself, in seconds since 1970; empty for not at all
 */
public record GuestPhone(String device, long since, Optional<Long> until) {}
