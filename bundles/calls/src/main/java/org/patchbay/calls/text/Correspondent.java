package org.patchbay.calls.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.plan.Book;

/**
 * Whom a number that was written to means. Immutable.
 *
 * @param number as it was set up, however it was dialled
 * @param person empty for a group and for an extension of nobody
 * @param readers the extensions that get a text
 */
record Correspondent(String number, String name, Optional<PersonId> person, List<Extension> readers) {

    /** Who has this number; empty if nobody can read there. */
    static Optional<Correspondent> of(Book book, PortalId portal, String called) {
        if (!(book.dialPlan().understand(portal, called) instanceof Dialled.Internal internal)) {
            return Optional.empty();
        }
        Destination to = internal.destination();
        return switch (to.kind()) {
            case EXTENSION ->
                extension(book, portal, to.value()).map(Correspondent::of).findFirst();
            case RING_GROUP -> book.groups().ringGroup(portal, to.value()).map(group -> of(book, portal, group));
            default -> Optional.empty();
        };
    }

    private static Stream<Extension> extension(Book book, PortalId portal, String id) {
        return book.extensions().find(portal, id).stream();
    }

    private static Correspondent of(Extension extension) {
        return new Correspondent(extension.number(), extension.name(), extension.person(), List.of(extension));
    }

    private static Correspondent of(Book book, PortalId portal, RingGroup group) {
        List<Extension> members = group.members().stream()
                .distinct()
                .flatMap(member -> extension(book, portal, member))
                .toList();
        return new Correspondent(group.number(), group.name(), Optional.empty(), members);
    }
}
