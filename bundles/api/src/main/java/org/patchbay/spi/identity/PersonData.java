package org.patchbay.spi.identity;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.spi.tenancy.DataSink;

/** A slice that keeps data of people. Every slice with a store is one. Called concurrently. */
@ConsumerType
public interface PersonData {

    /** The slice's name, for logs and as the name of its part of an export. */
    String name();

    /** Gives everything kept about the person, page by page and outside of any unit of work; never a secret. */
    void export(PortalId portal, PersonId person, DataSink out);

    /**
     * Erases what is kept about the person, in the caller's unit of work: what is theirs alone goes, what others need stays
     * without name and address. Values sealed under the person's key need nothing: the key goes too.
     */
    void erase(PortalId portal, PersonId person);
}
