package org.patchbay.click2meet.link;

import org.patchbay.api.identity.PersonId;

/**
 * A person's own link, {@code /t/NAME}. Immutable.
 *
 * @param on whether visitors find the person there
 */
public record PersonalLink(PersonId person, String name, boolean on) {}
