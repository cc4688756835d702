package org.patchbay.crm;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.spi.plugins.PluginException;

/** Remembers what each CRM calls an entry, so that it is written once. */
final class Journal {

    private static final int LOCKS = 64;

    private final KeyValues written;
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    Journal(KeyValues written) {
        this.written = written;
    }

    /** Writes or changes the entry, one call at a time for each; answers the CRM's id of it. */
    String write(PortalId portal, Connected crm, JournalEntry entry) throws PluginException {
        String space = space(crm, entry);
        Lock lock = locks.get(Math.floorMod((portal + space + entry.id()).hashCode(), LOCKS));
        lock.lock();
        try {
            Optional<String> before = written.get(portal, space, entry.id());
            String id = crm.connector().journal(crm.settings(), forThis(crm, entry), before);
            if (!before.equals(Optional.of(id))) {
                written.put(portal, space, entry.id(), id);
            }
            return crm.qualified(id);
        } finally {
            lock.unlock();
        }
    }

    /** A space holds so many keys: one for each day has room for every call of it. */
    private static String space(Connected crm, JournalEntry entry) {
        return "journal/" + crm.connector().plugin() + '/' + LocalDate.ofInstant(entry.start(), ZoneOffset.UTC);
    }

    private static JournalEntry forThis(Connected crm, JournalEntry entry) {
        List<String> own = entry.contacts().stream()
                .filter(crm::owns)
                .map(crm::own)
                .distinct()
                .toList();
        return new JournalEntry(
                entry.id(),
                entry.kind(),
                entry.direction(),
                entry.outcome(),
                entry.title(),
                entry.from(),
                entry.to(),
                entry.start(),
                entry.end(),
                own,
                entry.note());
    }
}
