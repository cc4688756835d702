package org.patchbay.api.signalling;

import java.util.Optional;

/**
 * The far end wants to be put through. Immutable.
 *
 * @param number whom to; of an attended transfer the number that was called
 * @param replaces of an attended transfer (RFC 3891) the leg whose place it takes
 */
public record TransferRequest(String number, Optional<LegId> replaces) {}
