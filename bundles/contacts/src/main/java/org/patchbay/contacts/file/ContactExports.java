package org.patchbay.contacts.file;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.identity.Caller;

/** Writes the contacts that a caller sees to a file, page by page. */
@Component(service = ContactExports.class)
public final class ContactExports {

    private final Contacts contacts;

    @Activate
    public ContactExports(@Reference Contacts contacts) {
        this.contacts = contacts;
    }

    /** With a heading for each column; what a spreadsheet would run as a formula is made harmless. */
    public void csv(PortalId portal, ContactFilter filter, Caller by, Writer out) throws IOException {
        CsvFile.write(all(portal, filter, by), out);
    }

    /** One vCard each. */
    public void vcards(PortalId portal, ContactFilter filter, Caller by, Writer out) throws IOException {
        VcardFile.write(all(portal, filter, by), out);
    }

    private Stream<Contact> all(PortalId portal, ContactFilter filter, Caller by) {
        Page<Contact> first = contacts.list(portal, filter, PageRequest.first(PageRequest.MAX_LIMIT), by);
        return Stream.iterate(Optional.of(first), Optional::isPresent, page -> page.flatMap(Page::next)
                        .map(next -> contacts.list(
                                portal, filter, new PageRequest(PageRequest.MAX_LIMIT, Optional.of(next)), by)))
                .flatMap(page -> page.orElseThrow().items().stream());
    }
}
