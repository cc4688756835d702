package org.patchbay.api.contacts;

/**
 * A group, which is there as long as a contact is in it.
 *
 * @param members how many contacts the caller sees in it
 */
public record ContactGroup(String name, long members) {}
