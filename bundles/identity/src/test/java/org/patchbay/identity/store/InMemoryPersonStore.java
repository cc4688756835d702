package org.patchbay.identity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/** People in a map. */
public final class InMemoryPersonStore implements PersonStore {

    private static final Comparator<NameCursor> ORDER =
            Comparator.comparing(NameCursor::sortName).thenComparing(NameCursor::id);

    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();
    private final Map<PersonId, String> hashes = new ConcurrentHashMap<>();

    @Override
    public void insert(Person person) {
        requireFree(person);
        people.put(person.id(), person);
    }

    @Override
    public boolean update(Person person) {
        boolean present = find(person.portal(), person.id())
                .filter(known -> known.version() == person.version() - 1)
                .isPresent();
        if (present) {
            requireFree(person);
            people.put(person.id(), withPassword(person, person.version()));
        }
        return present;
    }

    @Override
    public boolean delete(PortalId portal, PersonId id) {
        boolean present = find(portal, id).isPresent();
        if (present) {
            people.remove(id);
            hashes.remove(id);
        }
        return present;
    }

    @Override
    public Optional<Person> find(PortalId portal, PersonId id) {
        return Optional.ofNullable(people.get(id))
                .filter(person -> person.portal().equals(portal));
    }

    @Override
    public Map<String, String> names(PortalId portal, Set<String> ids) {
        return of(portal)
                .filter(person -> ids.contains(person.id().value()))
                .collect(Collectors.toMap(person -> person.id().value(), Person::name));
    }

    @Override
    public Optional<Person> findByLogin(PortalId portal, String login) {
        return of(portal).filter(person -> same(person.login(), login)).findFirst();
    }

    @Override
    public List<Person> findByEmail(PortalId portal, String email) {
        return of(portal)
                .filter(person ->
                        person.email().filter(known -> same(known, email)).isPresent())
                .sorted(Comparator.comparing(person -> person.id().value()))
                .limit(2)
                .toList();
    }

    @Override
    public List<Person> ending(LocalDate from, LocalDate until, Optional<PersonId> after, int limit) {
        return people.values().stream()
                .filter(Person::enabled)
                .filter(person -> person.activeUntil()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                        .isPresent())
                .filter(person -> after.isEmpty()
                        || person.id().value().compareTo(after.get().value()) > 0)
                .sorted(Comparator.comparing(person -> person.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Person> holders(PortalId portal, String role) {
        return of(portal)
                .filter(person -> person.roles().contains(role))
                .sorted(Comparator.comparing(person -> person.id().value()))
                .toList();
    }

    @Override
    public boolean hasRole(PortalId portal, String role) {
        return of(portal)
                .anyMatch(person -> person.roles().contains(role)
                        || person.memberships().stream()
                                .anyMatch(membership -> membership.role().equals(role)));
    }

    @Override
    public boolean hasMembers(PortalId portal, DepartmentId department) {
        return of(portal)
                .flatMap(person -> person.memberships().stream())
                .anyMatch(membership -> membership.department().equals(department));
    }

    @Override
    public Map<DepartmentId, Integer> memberCounts(PortalId portal) {
        return of(portal)
                .flatMap(person -> person.memberships().stream()
                        .map(Membership::department)
                        .distinct())
                .collect(Collectors.toMap(department -> department, department -> 1, Integer::sum));
    }

    @Override
    public void insertAll(List<Person> added) {
        added.forEach(this::insert);
    }

    @Override
    public Optional<Person> lock(PortalId portal, PersonId id) {
        return find(portal, id);
    }

    @Override
    public void setPicture(PortalId portal, PersonId id, Optional<String> hash) {
        find(portal, id).ifPresent(person -> {
            Person changed = person.with(person.draft(), person.version() + 1);
            people.put(id, changed.with(person.hasPassword(), person.secondFactor(), hash));
        });
    }

    @Override
    public Set<String> takenAddresses(PortalId portal, Set<String> addresses) {
        return of(portal)
                .flatMap(person -> Stream.concat(Stream.of(person.login()), person.email().stream()))
                .map(NameCursor::fold)
                .filter(addresses::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> takenExtensions(PortalId portal, Set<String> numbers) {
        return of(portal)
                .flatMap(person -> person.extension().stream())
                .filter(numbers::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> zones(PortalId portal) {
        return of(portal).flatMap(person -> person.zone().stream()).collect(Collectors.toSet());
    }

    @Override
    public Page<Person> list(PortalId portal, PersonSelection selection, PageRequest page) {
        PeopleQuery.Order order = selection.query().order();
        Comparator<Person> upwards =
                Comparator.<Person, NameCursor>comparing(person -> NameCursor.after(person, order), ORDER);
        Comparator<Person> sort = selection.query().descending() ? upwards.reversed() : upwards;
        Optional<String> after = page.after().map(text -> NameCursor.parse(text).id());
        List<Person> matching =
                of(portal).filter(selection::includes).sorted(sort).toList();
        List<Person> further = after.isEmpty()
                ? matching
                : matching.stream()
                        .dropWhile(person -> !person.id().value().equals(after.get()))
                        .skip(1)
                        .toList();
        List<Person> items = further.stream().limit(page.limit()).toList();
        Optional<String> next = further.size() > items.size()
                ? Optional.of(
                        NameCursor.after(items.get(items.size() - 1), order).text())
                : Optional.empty();
        return new Page<>(items, next, OptionalLong.of(matching.size()));
    }

    @Override
    public Optional<String> passwordHash(PortalId portal, PersonId id) {
        return find(portal, id).flatMap(person -> Optional.ofNullable(hashes.get(id)));
    }

    @Override
    public boolean setPassword(PortalId portal, PersonId id, String hash, boolean mustChange) {
        Optional<Person> present = find(portal, id);
        present.ifPresent(person -> {
            hashes.put(id, hash);
            Person changed = person.with(
                    person.draft().edit().mustChangePassword(mustChange).done(), person.version());
            people.put(id, withPassword(changed, person.version() + 1));
        });
        return present.isPresent();
    }

    @Override
    public boolean removePassword(PortalId portal, PersonId id) {
        Optional<Person> present = find(portal, id);
        present.ifPresent(person -> {
            hashes.remove(id);
            people.put(
                    id,
                    withPassword(
                            person.with(
                                    person.draft()
                                            .edit()
                                            .mustChangePassword(false)
                                            .done(),
                                    person.version()),
                            person.version() + 1));
        });
        return present.isPresent();
    }

    @Override
    public void setSecondFactor(PortalId portal, PersonId id, boolean there) {
        find(portal, id)
                .ifPresent(person -> people.put(id, person.with(person.hasPassword(), there, person.picture())));
    }

    @Override
    public void signedIn(PortalId portal, PersonId id, Instant at) {
        find(portal, id).ifPresent(person -> people.put(id, person.signedIn(at)));
    }

    @Override
    public void erase(PortalId portal) {
        of(portal).toList().forEach(person -> delete(portal, person.id()));
    }

    private Stream<Person> of(PortalId portal) {
        return people.values().stream().filter(person -> person.portal().equals(portal));
    }

    private Person withPassword(Person person, long version) {
        return person.with(person.draft(), version)
                .with(hashes.containsKey(person.id()), person.secondFactor(), person.picture());
    }

    private void requireFree(Person person) {
        boolean taken = findByLogin(person.portal(), person.login())
                .filter(other -> !other.id().equals(person.id()))
                .isPresent();
        boolean numberTaken = of(person.portal())
                .filter(other -> !other.id().equals(person.id()))
                .anyMatch(other ->
                        other.extension().isPresent() && other.extension().equals(person.extension()));
        Optional<Person> present = find(person.portal(), person.id());
        boolean addressTaken = person.email().isPresent()
                && !present.flatMap(Person::email).equals(person.email())
                && findByEmail(person.portal(), person.email().orElseThrow()).stream()
                        .anyMatch(other -> !other.id().equals(person.id()));
        if (taken || numberTaken || addressTaken) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
    }

    private static boolean same(String one, String other) {
        return NameCursor.fold(one).equals(NameCursor.fold(other));
    }
}
