package org.patchbay.scheduling.store;

import java.util.Optional;
import org.patchbay.api.scheduling.PlannedMeeting;

/**
 * A planned meeting as it is kept.
 *
 * @param meeting its code and PIN are sealed, and its invitees are kept apart
 * @param codeHash SHA-256 of the code, hexadecimal
 * @param organizerEmail the address by which calendars know the organizer, for when there is no such person any more
 */
public record StoredPlan(PlannedMeeting meeting, String codeHash, Optional<String> organizerEmail) {}
