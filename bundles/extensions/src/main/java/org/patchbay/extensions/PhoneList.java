package org.patchbay.extensions;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;

/** What can be called within a portal, from memory; hidden extensions are left out. Thread-safe. */
@Component(service = PhoneList.class)
public final class PhoneList {

    private final Books books;

    @Activate
    public PhoneList(@Reference Books books) {
        this.books = books;
    }

    /**
     * Something that has an internal number.
     *
     * @param label its number and name
     */
    public record InternalNumber(Destination destination, String number, String label) {}

    /** Everything that has a number, by number. */
    public List<InternalNumber> of(PortalId portal) {
        return books.of(portal).numbered().stream()
                .filter(thing -> !(thing instanceof Extension extension && extension.hidden()))
                .map(thing -> entry(Kinds.of(thing), thing))
                .toList();
    }

    private static <T extends Record> InternalNumber entry(Kind<T> kind, Record thing) {
        T typed = kind.type().cast(thing);
        return new InternalNumber(
                DialPlanService.destination(thing),
                kind.sort().apply(typed),
                kind.label().apply(typed));
    }
}
