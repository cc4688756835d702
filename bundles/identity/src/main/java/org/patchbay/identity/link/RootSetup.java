package org.patchbay.identity.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.store.PersonStore;

/** Makes root on the first start and, until root has a password, a fresh link for setting it on every start. */
@Component(service = RootSetup.class, immediate = true)
public final class RootSetup {

    public static final String LOGIN = "root";
    private static final Duration VALIDITY = Duration.ofDays(7);

    private final PersonStore people;
    private final OneTimeLinks links;
    private final RootSetupFile file;
    private final UnitOfWork work;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public RootSetup(
            @Reference PersonStore people,
            @Reference OneTimeLinks links,
            @Reference RootSetupFile file,
            @Reference UnitOfWork work) {
        this.people = people;
        this.links = links;
        this.file = file;
        this.work = work;
        path(work).ifPresentOrElse(file::write, file::remove);
    }

    /** A fresh link for root, whatever there was before. */
    public void renew() {
        file.write(work.call(() -> links.issue(
                people.findByLogin(PortalId.ROOT, LOGIN).orElseGet(this::create), LinkKind.ROOT_SETUP, VALIDITY)));
    }

    private Optional<String> path(UnitOfWork work) {
        try {
            return work.call(this::linkUntilThereIsAPassword);
        } catch (PatchbayException e) {
            if (e.problem() != Problem.CONFLICT) {
                throw e;
            }
            // Another node that starts at the same time was first to make root.
            return work.call(this::linkUntilThereIsAPassword);
        }
    }

    private Optional<String> linkUntilThereIsAPassword() {
        Person root = people.findByLogin(PortalId.ROOT, LOGIN).orElseGet(this::create);
        return root.hasPassword() ? Optional.empty() : Optional.of(links.issue(root, LinkKind.ROOT_SETUP, VALIDITY));
    }

    private Person create() {
        PersonDraft draft = PersonDraft.of(LOGIN, "Root")
                .edit()
                .roles(Set.of(RoleBook.ROOT))
                .memberships(List.of(RoleBook.userByDefault(PortalId.ROOT)))
                .done();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Person root = Person.of(new PersonId(Ids.next(clock)), PortalId.ROOT, draft, now, 1);
        people.insert(root);
        return root;
    }
}
