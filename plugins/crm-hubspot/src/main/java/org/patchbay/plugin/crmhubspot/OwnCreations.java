package org.patchbay.plugin.crmhubspot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;

/** Contacts that were just created, because HubSpot's search finds them only some seconds later. Thread-safe. */
final class OwnCreations {

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST = 500;

    private final Clock clock;
    private final Map<Key, Creation> creations = new LinkedHashMap<>();

    OwnCreations(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(HubSpotAccount account, Contact contact) {
        forgetOld();
        if (creations.size() >= MOST) {
            creations.remove(creations.keySet().iterator().next());
        }
        creations.put(new Key(account, contact.id()), new Creation(contact, clock.instant()));
    }

    synchronized List<Contact> matching(HubSpotAccount account, ContactQuery query) {
        forgetOld();
        return creations.entrySet().stream()
                .filter(entry -> entry.getKey().account.equals(account))
                .map(entry -> entry.getValue().contact)
                .filter(contact -> ContactJson.matches(contact, query))
                .toList();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        creations.values().removeIf(creation -> creation.at.isBefore(oldest));
    }

    private record Key(HubSpotAccount account, String id) {}

    private record Creation(Contact contact, Instant at) {}
}
