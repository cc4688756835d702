package org.patchbay.meetings.store;

/**
 * A number and the link to which it leads.
 *
 * @param codeHash SHA-256 of the link's code, hexadecimal
 * @param sealedCode the code, sealed
 */
public record StoredDialIn(String number, String codeHash, String sealedCode) {}
