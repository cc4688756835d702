package org.patchbay.contacts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of address books. */
@ObjectClassDefinition(name = "Patchbay contacts")
public @interface ContactsConfig {

    @AttributeDefinition(description = "The most contacts of one person.")
    int privateContacts() default 10_000;

    @AttributeDefinition(description = "The most public contacts of one portal.")
    int publicContacts() default 200_000;

    @AttributeDefinition(description = "The largest file that is imported, in KiB.")
    int importKiB() default 8192;

    @AttributeDefinition(description = "The most contacts in one file.")
    int importContacts() default 20_000;
}
