package org.patchbay.api.crm;

/** What to look a contact up by. */
public sealed interface ContactQuery {

    /** By number; {@code +} and 7 to 15 digits. */
    record ByPhone(String e164) implements ContactQuery {}

    /** By e-mail address, without case. */
    record ByEmail(String address) implements ContactQuery {}

    /** By words of name, company or address. */
    record ByText(String text) implements ContactQuery {}
}
