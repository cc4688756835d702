package org.patchbay.testing.extensions;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.GuestPhone;
import org.patchbay.api.extensions.HotDesks;

/** Phones at which people sign in, as a book of phones in memory keeps them. Thread-safe. */
public final class InMemoryHotDesks implements HotDesks {

    private final InMemoryPhoneBook book;

    public InMemoryHotDesks(InMemoryPhoneBook book) {
        this.book = book;
    }

    @Override
    public boolean isPhone(PortalId portal, String device) {
        return book.ofDevice(portal, device).isPresent();
    }

    @Override
    public Optional<Extension> at(PortalId portal, String device) {
        return book.list(portal).stream()
                .filter(one -> book.services(portal, one.id()).guestPhones().stream()
                        .anyMatch(phone -> phone.device().equals(device)))
                .findFirst();
    }

    @Override
    public void signIn(PortalId portal, String device, String extension) {
        if (!isPhone(portal, device) || book.find(portal, extension).isEmpty()) {
            throw Problem.NOT_FOUND.because("There is no such phone or extension");
        }
        signOut(portal, device);
        boolean own = book.ofDevice(portal, device).orElseThrow().id().equals(extension);
        book.serve(
                portal,
                extension,
                services ->
                        services.guestPhones(own ? List.of() : List.of(new GuestPhone(device, 0, Optional.empty()))));
    }

    @Override
    public boolean signOut(PortalId portal, String device) {
        Optional<Extension> guest = at(portal, device);
        guest.ifPresent(one -> book.serve(portal, one.id(), services -> services.leaves(device)));
        return guest.isPresent();
    }
}
