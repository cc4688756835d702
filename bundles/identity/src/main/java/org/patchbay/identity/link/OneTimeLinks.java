package org.patchbay.identity.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.session.Secret;
import org.patchbay.identity.store.LinkStore;
import org.patchbay.identity.store.StoredLink;

/** Makes the tokens of links that work once. Called inside a unit of work. Thread-safe. */
@Component(service = OneTimeLinks.class)
public final class OneTimeLinks {

    private static final int TOKEN_BITS = 128;

    private final LinkStore store;
    private final Clock clock;

    @Activate
    public OneTimeLinks(@Reference LinkStore store) {
        this(store, Clock.systemUTC());
    }

    public OneTimeLinks(LinkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The path of a fresh link of the person; earlier ones of the kind end. The token is in the fragment, which is never sent. */
    String issue(Person person, LinkKind kind, Duration validity) {
        store.deleteOfPerson(person.portal(), person.id(), kind.text());
        String token = Secret.random(TOKEN_BITS);
        Instant expires = clock.instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
        store.insert(new StoredLink(Secret.hash(token), person.portal(), person.id(), kind.text(), expires));
        return "/welcome#" + token;
    }

    /** What the token is for; NOT_FOUND, the same whether it never was, was used, or has expired. */
    StoredLink look(PortalId portal, String token) {
        return store.find(portal, Secret.hash(token))
                .filter(link -> clock.instant().isBefore(link.expires()))
                .orElseThrow(OneTimeLinks::ended);
    }

    /** Takes the token away; of several uses at the same time one succeeds. */
    StoredLink use(PortalId portal, String token) {
        StoredLink link = look(portal, token);
        if (!store.delete(portal, link.tokenHash())) {
            throw ended();
        }
        return link;
    }

    static PatchbayException ended() {
        return Problem.NOT_FOUND.because("link.ended", "This link was used, has expired or never was");
    }
}
