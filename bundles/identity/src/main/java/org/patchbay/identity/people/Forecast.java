package org.patchbay.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;

/**
 * Finds out what creating and changing many people one after the other would give, by the rules by which {@link PeopleService}
 * does so, and without writing or locking anything. Thread-safe.
 */
@Component(service = Forecast.class)
public final class Forecast {

    private final Precedence precedence;
    private final RoleBook roles;
    private final Departments departments;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Forecast(@Reference Precedence precedence, @Reference RoleBook roles, @Reference Departments departments) {
        this.precedence = precedence;
        this.roles = roles;
        this.departments = departments;
    }

    /** For one caller, from all people of the portal; called inside a unit of work. */
    public People of(PortalId portal, List<Person> present, Caller by) {
        return new People(portal, present, by);
    }

    /** Whether only writing tells: the last owner is found among owners as they are written. */
    public static boolean needsWriting(Person present) {
        return Stream.of(RoleBook.SYSTEM_OWNER, RoleBook.ROOT).anyMatch(present.roles()::contains);
    }

    /** The people of one portal as they would be, for one thread. */
    public final class People {

        private final PortalId portal;
        private final Caller by;
        private final PersonRules rules;
        private final Map<PersonId, Person> all = new HashMap<>();
        private final Map<String, Set<PersonId>> names = new HashMap<>();
        private final Map<String, Set<PersonId>> extensions = new HashMap<>();

        People(PortalId portal, List<Person> present, Caller by) {
            this.portal = portal;
            this.by = by;
            this.rules = new PersonRules(portal, roles, departments);
            present.forEach(this::put);
        }

        /** All of them. */
        public List<Person> all() {
            return List.copyOf(all.values());
        }

        /** Somebody new, or why not. */
        public void create(PersonDraft draft) {
            PersonDraft checked = rules.check(draft);
            Precedence.pointing(draft, () -> precedence.requireGrant(by, portal, checked));
            Person person = Person.of(new PersonId(Ids.next(clock)), portal, checked, Instant.EPOCH, 1);
            requireFree(Optional.empty(), person);
            put(person);
        }

        /** Somebody changed, or why not. */
        public void update(Person present, PersonDraft draft) {
            PersonDraft checked = rules.check(draft);
            Precedence.pointing(draft, () -> precedence.requireChange(by, present, checked));
            Person changed = present.with(checked, present.version() + 1);
            requireFree(Optional.of(present), changed);
            remove(present);
            put(changed);
        }

        private void requireFree(Optional<Person> present, Person person) {
            if (isOfAnother(person, Optional.of(person.login()), present.map(Person::login))) {
                throw PeopleService.loginTaken();
            }
            if (isOfAnother(person, person.email(), present.flatMap(Person::email))) {
                throw PeopleService.emailTaken();
            }
            boolean taken = !present.flatMap(Person::extension).equals(person.extension())
                    && person.extension()
                            .filter(number ->
                                    !extensions.getOrDefault(number, Set.of()).isEmpty())
                            .isPresent();
            if (taken) {
                throw PeopleService.extensionTaken();
            }
        }

        private boolean isOfAnother(Person person, Optional<String> name, Optional<String> before) {
            return name.filter(wanted -> before.filter(wanted::equalsIgnoreCase).isEmpty()).stream()
                    .flatMap(wanted -> names.getOrDefault(fold(wanted), Set.of()).stream())
                    .anyMatch(other -> !other.equals(person.id()));
        }

        private void put(Person person) {
            all.put(person.id(), person);
            names(person).forEach(name -> names.computeIfAbsent(name, any -> new HashSet<>())
                    .add(person.id()));
            person.extension().ifPresent(number -> extensions
                    .computeIfAbsent(number, any -> new HashSet<>())
                    .add(person.id()));
        }

        private void remove(Person person) {
            names(person).forEach(name -> remove(names, name, person));
            person.extension().ifPresent(number -> remove(extensions, number, person));
        }

        private static void remove(Map<String, Set<PersonId>> from, String key, Person person) {
            from.getOrDefault(key, new HashSet<>()).remove(person.id());
        }

        private static Stream<String> names(Person person) {
            return Stream.concat(Stream.of(person.login()), person.email().stream())
                    .map(People::fold);
        }

        private static String fold(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
