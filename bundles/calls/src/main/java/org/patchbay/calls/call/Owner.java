package org.patchbay.calls.call;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.calls.plan.Book;
import org.patchbay.spi.calls.Wanted;

/** Whose mailbox, assistant or dictation a caller is at. */
final class Owner {

    private Owner() {}

    static Optional<Extension> of(Book book, PortalId portal, Wanted wanted) {
        if (wanted instanceof Wanted.Assistant assistant) {
            return Optional.of(assistant.of());
        }
        if (wanted instanceof Wanted.Place place) {
            return find(book, portal, place.destination(), Destination.Kind.VOICEMAIL);
        }
        Wanted.Code code = (Wanted.Code) wanted;
        return switch (code.code()) {
            case VOICEMAIL, DICTATION, ASSISTANT -> Optional.of(code.by());
            case LEAVE_MESSAGE ->
                book.dialPlan().understand(portal, code.argument()) instanceof Dialled.Internal internal
                        ? find(book, portal, internal.destination(), Destination.Kind.EXTENSION)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Extension> find(Book book, PortalId portal, Destination at, Destination.Kind kind) {
        return at.kind() == kind ? book.extensions().find(portal, at.value()) : Optional.empty();
    }
}
