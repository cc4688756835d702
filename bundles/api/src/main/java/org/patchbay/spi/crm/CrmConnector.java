package org.patchbay.spi.crm;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.spi.plugins.Settings;

/** Connects one kind of CRM. Methods may block and are called concurrently. */
@ConsumerType
public interface CrmConnector {

    /** The name of the plugin that this belongs to. */
    String plugin();

    /** Looks contacts up; empty when there is none. */
    List<Contact> find(Settings settings, ContactQuery query) throws PluginException;

    /** Creates a contact, or answers the one that the CRM says it would duplicate. */
    Contact create(Settings settings, NewContact contact) throws PluginException;

    /** Writes an entry, once per entry id; answers the CRM's id of it. */
    String journal(Settings settings, JournalEntry entry) throws PluginException;
}
