package org.patchbay.spi.crm;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.PluginException;

/**
 * Connects one kind of CRM. Methods may block, are called concurrently, and are interrupted when they take too long.
 * Every portal's settings come with the call; nothing found for one portal is ever answered to another.
 */
@ConsumerType
public interface CrmConnector {

    /** The name of the plugin that this belongs to. */
    String plugin();

    /** The name of the CRM that people see, such as {@code HubSpot}. */
    String title();

    /** Looks contacts up, at most 50; empty when there is none. */
    List<Contact> find(Settings settings, ContactQuery query) throws PluginException;

    /** Creates a contact, or answers the one that the CRM says it would duplicate. */
    Contact create(Settings settings, NewContact contact) throws PluginException;

    /**
     * Writes an entry.
     *
     * @param written the CRM's id of the same entry written before; it is then changed, or written anew if it is gone
     * @return the CRM's id of it
     */
    String journal(Settings settings, JournalEntry entry, Optional<String> written) throws PluginException;
}
