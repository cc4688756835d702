package org.patchbay.identity.directory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.people.Precedence;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.spi.plugins.SettingsGuard;

/**
 * Who may say which directory is asked for people's passwords: only somebody with every right of everybody whose password it
 * keeps, or may keep, for it tells who signs in as whom. Settings of other plugins are nobody's way in. Thread-safe.
 */
@Component(service = {SettingsGuard.class, DirectoryKeepers.class})
public final class DirectoryKeepers implements SettingsGuard {

    private final SignInDirectory offered;
    private final DirectoryLinkStore links;
    private final PersonStore people;
    private final Precedence precedence;
    private final UnitOfWork work;

    @Activate
    public DirectoryKeepers(
            @Reference SignInDirectory offered,
            @Reference DirectoryLinkStore links,
            @Reference PersonStore people,
            @Reference Precedence precedence,
            @Reference UnitOfWork work) {
        this.offered = offered;
        this.links = links;
        this.people = people;
        this.precedence = precedence;
        this.work = work;
    }

    @Override
    public void requireChange(PortalId portal, String plugin, Caller by) {
        beyond(by, portal, plugin).ifPresent(right -> {
            throw Problem.FORBIDDEN.because(
                    "directory.beyond",
                    "This directory decides who signs in as somebody who may do what you may not",
                    Map.of("right", right.name()));
        });
    }

    /** A right of somebody who signs in, or may sign in, by this directory, that the caller lacks. */
    public Optional<Right> beyond(Caller by, PortalId portal, String plugin) {
        if (precedence.isAbove(by, portal)) {
            return Optional.empty();
        }
        boolean known =
                offered.directories().stream().anyMatch(each -> each.plugin().equals(plugin));
        return work.call(() -> {
            Map<PersonId, String> linked = links.plugins(portal);
            return known || linked.containsValue(plugin) ? beyond(by, portal, plugin, linked) : Optional.empty();
        });
    }

    /** Who has no password here and no directory yet is found by the login in any, so they count too. */
    private Optional<Right> beyond(Caller by, PortalId portal, String plugin, Map<PersonId, String> linked) {
        Map<Held, Person> kinds = new HashMap<>();
        Page.walk(page -> people.list(portal, PersonSelection.of(PeopleQuery.ALL), page), person -> {
            String asked = linked.getOrDefault(person.id(), person.hasPassword() ? "" : plugin);
            if (asked.equals(plugin)) {
                kinds.putIfAbsent(new Held(person.roles(), person.memberships()), person);
            }
        });
        return kinds.values().stream()
                .flatMap(person -> precedence.beyondCredentials(by, person).stream())
                .min(Comparator.naturalOrder());
    }

    /** Whoever holds the same may do the same. */
    private record Held(Set<String> roles, List<Membership> memberships) {}
}
