package org.patchbay.api.events;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * Something that happened, with the attributes of CloudEvents 1.0.
 *
 * @param id UUIDv7; consumers deduplicate by it
 * @param source the slice or plugin that published it, such as {@code /meetings}
 * @param type such as {@code meeting.participant.joined}
 * @param portal where it happened (extension attribute)
 * @param subject the id of the thing it is about: the meeting, the call, the person
 * @param causationId the event that led to this one, if one did (extension attribute)
 * @param sequence counts the durable events of a portal from 1 on; 0 for a transient event or before it is numbered
 * @param data the type's record as a JSON object
 */
public record Event(
        String id,
        String source,
        String type,
        PortalId portal,
        String subject,
        Instant time,
        Optional<String> causationId,
        long sequence,
        String data) {}
