package org.patchbay.click2meet.link;

import org.patchbay.api.identity.Person;

/** Whom a personal link leads to. Immutable. */
public record Host(PersonalLink link, Person person) {}
