package org.patchbay.api.calls;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.phonemedia.PortQuality;

/**
 * One phone of a call that was. Immutable.
 *
 * @param leg names it
 * @param callId the Call-ID of its dialog (RFC 3261, section 8.1.1.4)
 * @param incoming whether the phone called, rather than being called
 * @param status how it ended, as SIP says it
 * @param quality of its sound; empty if there was none
 */
public record LegRecord(
        String leg,
        String callId,
        boolean incoming,
        CallParty.Role role,
        String number,
        String name,
        Optional<PersonId> person,
        Optional<DepartmentId> department,
        Optional<String> trunk,
        Instant started,
        Optional<Instant> answered,
        Instant ended,
        int status,
        String reason,
        Optional<PortQuality> quality) {}
