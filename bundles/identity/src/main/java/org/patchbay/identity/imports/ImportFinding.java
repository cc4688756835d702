package org.patchbay.identity.imports;

/**
 * What is odd or wrong about a row.
 *
 * @param column whose value it is about; empty when it is about the row
 * @param code for translation
 * @param detail in English
 * @param error whether the row cannot be saved as it is
 */
public record ImportFinding(String column, String code, String detail, boolean error) {}
