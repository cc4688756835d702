package org.patchbay.contacts.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;

/** Contacts of three books. */
final class Samples {

    static final PortalId ACME = new PortalId("01000000-0000-7000-8000-00000000000a");
    static final PortalId BOLT = new PortalId("01000000-0000-7000-8000-00000000000b");
    static final PersonId ADA = new PersonId("02000000-0000-7000-8000-00000000000a");
    static final Book PUBLIC = Book.publicOf(ACME);
    static final Book PRIVATE = Book.privateOf(ACME, ADA);
    static final Book FOREIGN = Book.publicOf(BOLT);

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");

    private Samples() {}

    static Contact contact(Book book, String name, String... groups) {
        return contact(book, name, Optional.empty(), Optional.empty(), groups);
    }

    static Contact contact(Book book, String name, Optional<String> company, Optional<String> email, String... groups) {
        return new Contact(
                new ContactId(Ids.next()),
                book.portal(),
                book.visibility(),
                name,
                company,
                email,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(groups),
                THEN,
                1);
    }

    static Contact full(Book book, String name) {
        return new Contact(
                new ContactId(Ids.next()),
                book.portal(),
                book.visibility(),
                name,
                Optional.of("Bolt & Söhne GmbH"),
                Optional.of("Ada.Lovelace@bolt.example"),
                Optional.of("030 901820"),
                Optional.of("+4930901820"),
                Optional.of("+49 171 1234567"),
                Optional.of("+491711234567"),
                Optional.of("204"),
                Optional.of("fr"),
                Optional.of("One line,\nand another"),
                List.of("Board", "Friends of the house"),
                THEN,
                3);
    }
}
