package org.patchbay.calls;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.extensions.CallGroups;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Trunks;
import org.patchbay.api.identity.Departments;
import org.patchbay.calls.plan.Book;

/** What was set up of telephones, at one place. Thread-safe. */
@Component(service = PhoneBook.class)
public final class PhoneBook {

    private final Book book;

    @Activate
    public PhoneBook(
            @Reference DialPlan dialPlan,
            @Reference Extensions extensions,
            @Reference CallGroups groups,
            @Reference Trunks trunks,
            @Reference Departments departments) {
        this.book = new Book(dialPlan, extensions, groups, trunks, departments);
    }

    public Book book() {
        return book;
    }
}
