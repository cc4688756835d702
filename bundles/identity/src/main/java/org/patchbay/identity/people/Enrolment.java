package org.patchbay.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.store.NameKey;
import org.patchbay.identity.store.PersonStore;

/** Creates many people at once, under the rules by which one is created. Called inside a unit of work. Thread-safe. */
@Component(service = Enrolment.class)
public final class Enrolment {

    private final PersonStore store;
    private final Precedence precedence;
    private final RoleBook roles;
    private final Departments departments;
    private final KeptPlaces kept;
    private final Events events;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Enrolment(
            @Reference PersonStore store,
            @Reference Precedence precedence,
            @Reference RoleBook roles,
            @Reference Departments departments,
            @Reference KeptPlaces kept,
            @Reference Events events,
            @Reference Audit audit) {
        this.store = store;
        this.precedence = precedence;
        this.roles = roles;
        this.departments = departments;
        this.kept = kept;
        this.events = events;
        this.audit = audit;
    }

    /** What holds in the portal for drafts of this caller; asked once, for many. */
    public Terms terms(PortalId portal, Caller by) {
        return new Terms(portal, by);
    }

    /** Which roles somebody gets, and where. */
    public record Placement(List<Membership> memberships, Set<String> roles) {}

    /** The terms of one portal and one caller, for one thread. */
    public final class Terms {

        private final PortalId portal;
        private final Caller by;
        private final Map<String, DepartmentId> byName = new HashMap<>();
        private final Map<String, String> ownRoles = new HashMap<>();
        private final Optional<DepartmentId> otherwise;
        private final PersonRules rules;
        private final Set<Placement> granted = new HashSet<>();
        private final List<PersonChange> created = new ArrayList<>();

        Terms(PortalId portal, Caller by) {
            this.portal = portal;
            this.by = by;
            departments.list(portal).forEach(known -> byName.put(known.name().toLowerCase(Locale.ROOT), known.id()));
            // "DEFAULT" in a file is that department, whatever it is called by now.
            byName.put("default", DepartmentId.defaultOf(portal));
            roles.in(portal)
                    .forEach(known -> known.title().ifPresent(title -> ownRoles.put(NameKey.of(title), known.name())));
            this.otherwise = precedence.place(by, portal);
            this.rules = new PersonRules(portal, roles, departments);
        }

        /** The draft in its one spelling; or why the caller may not have such a person created. */
        public PersonDraft check(PersonDraft draft) {
            PersonDraft checked = rules.check(draft);
            Placement placement = new Placement(checked.memberships(), checked.roles());
            if (!granted.contains(placement)) {
                precedence.requireGrant(by, portal, checked);
                granted.add(placement);
            }
            return checked;
        }

        /** By name, without case. */
        public Optional<DepartmentId> department(String name) {
            return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
        }

        /** Whether the caller may have anybody created in it. */
        public boolean mayPlace(DepartmentId department) {
            return roles.find(portal, RoleBook.USER)
                    .filter(precedence.givable(by, portal, department))
                    .isPresent();
        }

        /** A role that the portal made, by its title without case. */
        public Optional<String> ownRole(String title) {
            return Optional.ofNullable(ownRoles.get(NameKey.of(title)));
        }

        /** Whether it is clear where somebody goes of whom no department is said. */
        public boolean knowsPlace() {
            return otherwise.isPresent();
        }

        /** Somebody with this role, in the department or, without one, in Default or the caller's only one. */
        public Placement place(String role, Optional<String> department) {
            DepartmentId where =
                    department.flatMap(this::department).or(() -> otherwise).orElse(DepartmentId.defaultOf(portal));
            return rules.isSystemRole(role)
                    ? new Placement(List.of(new Membership(where, RoleBook.USER)), Set.of(role))
                    : new Placement(List.of(new Membership(where, role)), Set.of());
        }

        public Set<String> takenAddresses(Set<String> addresses) {
            return store.takenAddresses(portal, addresses);
        }

        public Set<String> takenExtensions(Set<String> numbers) {
            return store.takenExtensions(portal, numbers);
        }

        /** Somebody new. */
        public Person person(PersonDraft checked, Instant now) {
            return Person.of(new PersonId(Ids.next(clock)), portal, checked, now, 1);
        }

        /** Whether the departments and roles of all of them are still there; they stay until the unit of work ends. */
        public boolean keepPlaces(List<Person> people) {
            Set<DepartmentId> wanted = people.stream()
                    .flatMap(person -> person.memberships().stream())
                    .map(Membership::department)
                    .collect(Collectors.toSet());
            Set<String> given = people.stream()
                    .flatMap(person -> KeptPlaces.roles(person.roles(), person.memberships()).stream())
                    .collect(Collectors.toSet());
            return kept.gone(portal, wanted).isEmpty()
                    && kept.goneRoles(portal, given).isEmpty();
        }

        /**
         * Publishes those who were written; to be the last thing before the commit, because on Derby everybody's events wait
         * for those that are written and not committed.
         *
         * @param step after how many people it is told how many more were announced
         */
        public void announce(int step, IntConsumer told) {
            int since = 0;
            for (PersonChange person : created) {
                events.publish(portal, IdentityEvents.CREATED, person.id(), person);
                since++;
                if (since == step) {
                    told.accept(since);
                    since = 0;
                }
            }
            told.accept(since);
            created.clear();
        }

        /** Writes people whose drafts were checked, whose logins are free and whose places are kept. */
        public void enrol(List<Person> people) {
            store.insertAll(people);
            for (Person person : people) {
                created.add(PersonChange.of(person));
                audit.record(
                        portal, by, PersonAudit.change(IdentityEvents.CREATED, Optional.empty(), Optional.of(person)));
            }
        }
    }
}
