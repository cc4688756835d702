package org.patchbay.crm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.crm.CrmConnector;
import org.patchbay.spi.plugins.PluginException;

/** A CRM that answers one contact whose name says what it was asked, and waits or fails when told to. */
final class FakeConnector implements CrmConnector {

    final List<String> journaled = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final String plugin;
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile Optional<RuntimeException> crash = Optional.empty();
    volatile Optional<PluginException> complaint = Optional.empty();

    FakeConnector(String plugin) {
        this.plugin = plugin;
    }

    @Override
    public String plugin() {
        return plugin;
    }

    @Override
    public String title() {
        return plugin.toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public List<Contact> find(Settings settings, ContactQuery query) throws PluginException {
        answer();
        return List.of(contact(settings.text("who").orElse("") + ' ' + query));
    }

    @Override
    public Contact create(Settings settings, NewContact contact) throws PluginException {
        answer();
        return contact(contact.toString());
    }

    @Override
    public String journal(Settings settings, JournalEntry entry, Optional<String> written) throws PluginException {
        answer();
        journaled.add(entry.id() + ' ' + entry.contacts() + ' ' + written.orElse("new"));
        return written.orElse("e" + journaled.size());
    }

    private void answer() throws PluginException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new PluginException("interrupted", true);
        } finally {
            atOnce.decrementAndGet();
        }
        if (crash.isPresent()) {
            throw crash.get();
        }
        if (complaint.isPresent()) {
            throw complaint.get();
        }
    }

    private Contact contact(String name) {
        return new Contact("7", plugin, name, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}
