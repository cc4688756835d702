package org.patchbay.testing.secrets;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;

/** Keeps what it was given and hands out a claim ticket. Thread-safe. */
public final class InMemoryPersonalSecrets implements PersonalSecrets {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Set<Whose> erased = ConcurrentHashMap.newKeySet();

    @Override
    public String seal(PortalId portal, PersonId person, String plain) {
        String ticket = "sealed-" + Ids.next();
        kept.put(ticket, new Kept(new Whose(portal, person), plain));
        return ticket;
    }

    @Override
    public Optional<String> open(PortalId portal, PersonId person, String sealed) {
        var whose = new Whose(portal, person);
        return Optional.ofNullable(kept.get(sealed))
                .filter(found -> found.whose.equals(whose) && !erased.contains(whose))
                .map(Kept::plain);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        erased.add(new Whose(portal, person));
    }

    private record Whose(PortalId portal, PersonId person) {}

    private record Kept(Whose whose, String plain) {}
}
