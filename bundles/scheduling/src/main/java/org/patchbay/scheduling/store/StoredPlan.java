package org.patchbay.scheduling.store;

import org.patchbay.api.scheduling.PlannedMeeting;

/**
 * A planned meeting as it is kept.
 *
 * @param meeting its code and PIN are sealed, and its invitees are kept apart
 * @param codeHash SHA-256 of the code, hexadecimal
 */
public record StoredPlan(PlannedMeeting meeting, String codeHash) {}
