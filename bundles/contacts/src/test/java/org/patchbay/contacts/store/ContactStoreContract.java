package org.patchbay.contacts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.contacts.store.Samples.ACME;
import static org.patchbay.contacts.store.Samples.FOREIGN;
import static org.patchbay.contacts.store.Samples.PRIVATE;
import static org.patchbay.contacts.store.Samples.PUBLIC;
import static org.patchbay.contacts.store.Samples.contact;
import static org.patchbay.contacts.store.Samples.full;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.contacts.search.SearchText;

/** What every store of contacts does. */
interface ContactStoreContract {

    ContactStore store();

    private List<String> names(List<Book> books, String text) {
        return walk(books, Optional.of(SearchText.parse(text)), Optional.empty(), 50).stream()
                .map(Contact::name)
                .toList();
    }

    private List<Contact> walk(List<Book> books, Optional<SearchText> text, Optional<String> group, int limit) {
        List<Contact> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Contact> page = store().list(books, text, group, new PageRequest(limit, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    @Test
    @Tag("S1.16")
    @Tag("S1.18")
    default void findsContactsOfTheirBookOnly() {
        Contact everybodys = full(PUBLIC, "Ada Lovelace");
        Contact own = contact(PRIVATE, "Bare");
        store().insert(PUBLIC, List.of(everybodys));
        store().insert(PRIVATE, List.of(own));

        assertThat(store().find(PUBLIC, everybodys.id())).contains(everybodys);
        assertThat(store().find(PRIVATE, own.id())).contains(own);
        assertThat(store().find(PRIVATE, everybodys.id())).isEmpty();
        assertThat(store().find(PUBLIC, own.id())).isEmpty();
        assertThat(store().find(FOREIGN, everybodys.id())).isEmpty();
        assertThat(names(List.of(FOREIGN), "ada")).isEmpty();
        assertThat(names(List.of(PUBLIC), "bare")).isEmpty();
        assertThat(names(List.of(PUBLIC, PRIVATE), "bare")).containsExactly("Bare");
    }

    @Test
    default void deletesThePresentVersionOfItsBook() {
        Contact ada = full(PUBLIC, "Ada");
        store().insert(PUBLIC, List.of(ada));

        assertThat(store().delete(PRIVATE, ada.id(), 3)).isFalse();
        assertThat(store().delete(FOREIGN, ada.id(), 3)).isFalse();
        assertThat(store().delete(PUBLIC, ada.id(), 2)).isFalse();
        assertThat(store().delete(PUBLIC, ada.id(), 3)).isTrue();
        assertThat(store().delete(PUBLIC, ada.id(), 3)).isFalse();
        assertThat(names(List.of(PUBLIC), "ada")).isEmpty();
        assertThat(store().groups(List.of(PUBLIC))).isEmpty();
    }

    @Test
    default void takesAContactBackIn() {
        Contact ada = full(PUBLIC, "Ada");
        store().insert(PUBLIC, List.of(ada));
        store().delete(PUBLIC, ada.id(), 3);
        store().insert(PRIVATE, List.of(ada));

        assertThat(store().find(PUBLIC, ada.id())).isEmpty();
        assertThat(names(List.of(PRIVATE), "ada")).containsExactly("Ada");
    }

    @Test
    default void findsBeginningsOfWordsInAnyOrder() {
        store().insert(
                        PUBLIC,
                        List.of(
                                full(PUBLIC, "Zoë Müller-Lüdenscheid"),
                                contact(PUBLIC, "Anna Berg"),
                                contact(PUBLIC, "Łukasz Großmann", Optional.of("Straße 7 AG"), Optional.empty()),
                                contact(PUBLIC, "100% Ada_Test")));

        for (String text : List.of(
                "zo",
                "ZOE",
                "mül",
                "mull",
                "muell",
                "lüd zo",
                "zo mu lu",
                "bolt mull",
                "sohne zoe",
                "soehne",
                "ada.love",
                "ada.lovelace@bolt",
                "lovelace zoe",
                "Müller-Lüdenscheid",
                "zoe müller-l")) {
            assertThat(names(List.of(PUBLIC), text)).as(text).containsExactly("Zoë Müller-Lüdenscheid");
        }
        for (String text : List.of("lukasz", "luk gros", "gross", "großm", "strasse", "7 strasse", "ag luk")) {
            assertThat(names(List.of(PUBLIC), text)).as(text).containsExactly("Łukasz Großmann");
        }
        assertThat(names(List.of(PUBLIC), "100%")).containsExactly("100% Ada_Test");
        for (String text : List.of("oe", "uller", "zoe anna", "anna a b c", "example", "mu mu mu zz")) {
            assertThat(names(List.of(PUBLIC), text)).as(text).isEmpty();
        }
    }

    @Test
    default void aDomainFindsItsAddresses() {
        store().insert(
                        PUBLIC,
                        List.of(
                                contact(PUBLIC, "Ada", Optional.empty(), Optional.of("Ada@Mail.Example.org")),
                                contact(PUBLIC, "Bob", Optional.of("Example"), Optional.of("bob@example.com")),
                                contact(PUBLIC, "Cy", Optional.of("Booking.com"), Optional.of("cy@sub.test")),
                                contact(PUBLIC, "Dr. Dee", Optional.empty(), Optional.of("org@dee.test"))));

        for (String text : List.of("example.org", "EXAMPLE.ORG", "@example.org", "mail.example.o", "ada example.org")) {
            assertThat(names(List.of(PUBLIC), text)).as(text).containsExactly("Ada");
        }
        assertThat(names(List.of(PUBLIC), "example.com")).containsExactly("Bob");
        assertThat(names(List.of(PUBLIC), "booking.com")).containsExactly("Cy");
        assertThat(names(List.of(PUBLIC), "dr.dee")).containsExactly("Dr. Dee");
        assertThat(names(List.of(PUBLIC), "org")).containsExactly("Dr. Dee");
        assertThat(names(List.of(PUBLIC), "example.net")).isEmpty();
    }

    @Test
    @Tag("S1.21")
    default void findsNumbersHoweverTheyAreTyped() {
        store().insert(PUBLIC, List.of(full(PUBLIC, "Ada"), contact(PUBLIC, "Eve")));

        for (String text : List.of(
                "0171",
                "0171 123",
                "+49 171",
                "0049171",
                "+49 (171) 123-4567",
                "030 90",
                "+493090",
                "204",
                "01711234567")) {
            assertThat(names(List.of(PUBLIC), text)).as(text).containsExactly("Ada");
        }
        assertThat(names(List.of(PUBLIC), "1234")).isEmpty();
        assertThat(names(List.of(PUBLIC), "ada 0171")).containsExactly("Ada");
    }

    @Test
    default void findsEachOnceInTheOrderOfWhatMatches() {
        store().insert(
                        PUBLIC,
                        List.of(
                                contact(PUBLIC, "Anna Annas", Optional.of("Anna AG"), Optional.of("anna@anna.example")),
                                contact(PUBLIC, "Bob Ann"),
                                contact(PUBLIC, "Anna Alt")));
        store().insert(PRIVATE, List.of(contact(PRIVATE, "Annabel Zorn"), contact(PRIVATE, "Anna Berg")));

        for (int limit : List.of(1, 2, 3, 50)) {
            assertThat(walk(List.of(PUBLIC, PRIVATE), Optional.of(SearchText.parse("ann")), Optional.empty(), limit))
                    .extracting(Contact::name)
                    .containsExactly("Bob Ann", "Anna Annas", "Anna Alt", "Anna Berg", "Annabel Zorn");
        }
    }

    @Test
    default void listsByNameAcrossBooksAndPagesWithTheTotal() {
        for (String name : List.of("beta", "Älpha", "delta", "Gamma")) {
            store().insert(PUBLIC, List.of(contact(PUBLIC, name)));
        }
        store().insert(PRIVATE, List.of(contact(PRIVATE, "alpha"), contact(PRIVATE, "epsilon")));
        store().insert(FOREIGN, List.of(contact(FOREIGN, "other")));

        assertThat(walk(List.of(PUBLIC, PRIVATE), Optional.empty(), Optional.empty(), 2))
                .extracting(contact -> contact.name().replace("Älpha", "alpha"))
                .containsExactly("alpha", "alpha", "beta", "delta", "epsilon", "Gamma");
        assertThat(store().list(List.of(PUBLIC, PRIVATE), Optional.empty(), Optional.empty(), PageRequest.first(1))
                        .total())
                .hasValue(6);
    }

    @Test
    @Tag("S1.24")
    @Tag("S1.25")
    default void listsGroupsAndWhoIsInThem() {
        store().insert(PUBLIC, List.of(contact(PUBLIC, "Zed", "Board"), contact(PUBLIC, "Ada", "Board", "Éclairs")));
        store().insert(PRIVATE, List.of(contact(PRIVATE, "Eve", "board"), contact(PRIVATE, "Bob")));
        store().insert(FOREIGN, List.of(contact(FOREIGN, "Other", "Board")));

        assertThat(store().groups(List.of(PUBLIC)))
                .containsExactly(new ContactGroup("Board", 2), new ContactGroup("Éclairs", 1));
        assertThat(store().groups(List.of(PUBLIC, PRIVATE)))
                .containsExactly(new ContactGroup("Board", 3), new ContactGroup("Éclairs", 1));
        assertThat(walk(List.of(PUBLIC, PRIVATE), Optional.empty(), Optional.of("BOARD"), 2))
                .extracting(Contact::name)
                .containsExactly("Ada", "Eve", "Zed");
        assertThat(walk(List.of(PUBLIC, PRIVATE), Optional.of(SearchText.parse("e")), Optional.of("board"), 2))
                .extracting(Contact::name)
                .containsExactly("Eve");
        assertThat(store().list(List.of(PUBLIC), Optional.empty(), Optional.of("board"), PageRequest.first(1))
                        .total())
                .hasValue(2);
    }

    @Test
    default void findsByNumberAndAddress() {
        Contact ada = full(PUBLIC, "Ada");
        store().insert(PUBLIC, List.of(ada));
        store().insert(FOREIGN, List.of(full(FOREIGN, "Other")));

        assertThat(store().byNumber(PUBLIC, "+4930901820", 5)).containsExactly(ada);
        assertThat(store().byNumber(PUBLIC, "+491711234567", 5)).containsExactly(ada);
        assertThat(store().byNumber(PUBLIC, "+4930", 5)).isEmpty();
        assertThat(store().byAddress(PUBLIC, "ADA.lovelace@bolt.example", 5)).containsExactly(ada);
        assertThat(store().byAddress(PRIVATE, "ada.lovelace@bolt.example", 5)).isEmpty();
    }

    @Test
    default void listsTheNumbersOfABookOnce() {
        store().insert(PUBLIC, List.of(full(PUBLIC, "Ada"), full(PUBLIC, "Her twin"), contact(PUBLIC, "Bare")));
        store().insert(PRIVATE, List.of(full(PRIVATE, "Own")));

        assertThat(store().numbers(PUBLIC, "", 5)).containsExactly("+491711234567", "+4930901820");
        assertThat(store().numbers(PUBLIC, "", 1)).containsExactly("+491711234567");
        assertThat(store().numbers(PUBLIC, "+491711234567", 5)).containsExactly("+4930901820");
        assertThat(store().numbers(FOREIGN, "", 5)).isEmpty();
    }

    @Test
    default void knowsWhatIsThere() {
        Contact ada = full(PUBLIC, "Ada");
        store().insert(PUBLIC, List.of(ada));

        assertThat(store().known(PUBLIC, List.of(Likeness.of(full(PUBLIC, "ADA")), "other")))
                .containsExactly(Likeness.of(ada));
        assertThat(store().known(PRIVATE, List.of(Likeness.of(ada)))).isEmpty();
        assertThat(store().count(PUBLIC)).isOne();
        assertThat(store().count(PRIVATE)).isZero();
    }

    @Test
    default void erasesABookAndAPortal() {
        store().insert(PUBLIC, List.of(full(PUBLIC, "Ada")));
        store().insert(PRIVATE, List.of(full(PRIVATE, "Ada")));
        store().insert(FOREIGN, List.of(full(FOREIGN, "Ada")));

        store().erase(PRIVATE);
        assertThat(names(List.of(PUBLIC, PRIVATE), "ada")).hasSize(1);
        store().erase(ACME);
        assertThat(names(List.of(PUBLIC, PRIVATE), "ada")).isEmpty();
        assertThat(store().groups(List.of(PUBLIC, PRIVATE))).isEmpty();
        assertThat(names(List.of(FOREIGN), "ada")).hasSize(1);
    }

    @Test
    default void takesMany() {
        store().insert(
                        PUBLIC,
                        IntStream.range(0, 450)
                                .mapToObj(i -> contact(PUBLIC, "Number " + i, "All"))
                                .toList());

        assertThat(names(List.of(PUBLIC), "num")).hasSize(450);
        assertThat(walk(List.of(PUBLIC), Optional.empty(), Optional.of("all"), 100))
                .hasSize(450);
    }

    @Test
    default void refusesABrokenCursor() {
        for (String cursor : List.of("", "%%%", "bm90aGluZw", "x".repeat(5000))) {
            var page = new PageRequest(2, Optional.of(cursor));
            assertThatThrownBy(() -> store().list(List.of(PUBLIC), Optional.empty(), Optional.empty(), page))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).pointer()).isEqualTo("after"));
        }
    }
}
