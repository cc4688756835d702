package org.patchbay.testing.secrets;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.secrets.Secrets;

/** Keeps what it was given and hands out a claim ticket. */
public final class InMemorySecrets implements Secrets {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public String seal(PortalId portal, String field, String plain) {
        String ticket = "sealed-" + Ids.next();
        kept.put(ticket, new Kept(portal, field, plain));
        return ticket;
    }

    @Override
    public String open(PortalId portal, String field, String sealed) {
        Kept found = kept.get(sealed);
        if (found == null || !found.portal.equals(portal) || !found.field.equals(field)) {
            throw Problem.UNAVAILABLE.because("secret.altered", "This secret does not open; enter it again");
        }
        return found.plain;
    }

    /** Loses every secret, as when the key is gone. */
    public void lose() {
        kept.clear();
    }

    private record Kept(PortalId portal, String field, String plain) {}
}
