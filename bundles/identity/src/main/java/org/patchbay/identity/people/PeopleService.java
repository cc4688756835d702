package org.patchbay.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.identity.SetupLink;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.notice.Notices;
import org.patchbay.identity.signin.NewPasswords;
import org.patchbay.identity.signin.SignInData;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.status.StatusFilters;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.StatusFilter;

/** The component behind {@link People}. */
@Component
public final class PeopleService implements People {

    private final PersonStore store;
    private final PersonStatuses statuses;
    private final StatusFilters filters;
    private final Access access;
    private final Precedence precedence;
    private final RoleBook roles;
    private final Departments departments;
    private final KeptPlaces kept;
    private final PersonWriter writer;
    private final SignInData signInData;
    private final NewPasswords newPasswords;
    private final Welcome welcome;
    private final Notices notices;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public PeopleService(
            @Reference PersonStore store,
            @Reference PersonStatuses statuses,
            @Reference StatusFilters filters,
            @Reference Access access,
            @Reference Precedence precedence,
            @Reference RoleBook roles,
            @Reference Departments departments,
            @Reference KeptPlaces kept,
            @Reference PersonWriter writer,
            @Reference SignInData signInData,
            @Reference NewPasswords newPasswords,
            @Reference Welcome welcome,
            @Reference Notices notices,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.store = store;
        this.statuses = statuses;
        this.filters = filters;
        this.access = access;
        this.precedence = precedence;
        this.roles = roles;
        this.departments = departments;
        this.kept = kept;
        this.writer = writer;
        this.signInData = signInData;
        this.newPasswords = newPasswords;
        this.welcome = welcome;
        this.notices = notices;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    @Override
    public Person create(PortalId portal, PersonDraft draft, Caller by) {
        PersonDraft checked = new PersonRules(portal, roles, departments).check(draft);
        Precedence.pointing(draft, () -> precedence.requireGrant(by, portal, checked));
        // Hashed outside of the unit of work, as it takes long.
        Optional<String> hash = checked.password()
                .map(password -> newPasswords.hash(portal, "/password", password, checked.login(), checked.email()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Person drafted = Person.of(new PersonId(Ids.next(clock)), portal, checked, now, 1);
        return unlessTaken(drafted, () -> {
            kept.require(portal, Optional.empty(), checked);
            requireFree(drafted);
            store.insert(drafted);
            audit.record(
                    portal, by, PersonAudit.change(IdentityEvents.CREATED, Optional.empty(), Optional.of(drafted)));
            hash.ifPresent(text -> newPasswords.set(drafted, text, checked.mustChangePassword(), by));
            Person person = require(portal, drafted.id());
            announce(IdentityEvents.CREATED, person);
            if (person.enabled() && person.email().isPresent()) {
                welcome.send(person);
            }
            return person;
        });
    }

    @Override
    public Person update(PortalId portal, PersonId id, long version, PersonDraft draft, Caller by) {
        Optional<String> login = work.call(() -> store.find(portal, id).map(Person::login));
        PersonDraft checked = new PersonRules(portal, roles, departments).check(draft, login);
        if (checked.password().isPresent()) {
            throw Problem.INVALID.at("/password", "password.apart", "is set by itself once there is an account");
        }
        return unlessTaken(Person.of(id, portal, checked, clock.instant(), version), () -> {
            Person present = require(portal, id);
            kept.require(portal, Optional.of(present), checked);
            Precedence.pointing(draft, () -> precedence.requireChange(by, present, checked));
            Person changed = statuses.current(present.with(checked, version + 1));
            requireFree(changed);
            return writer.write(present, changed, by);
        });
    }

    /** What two write at the same time, the database decides; the answer names the field all the same. */
    private Person unlessTaken(Person wanted, Supplier<Person> change) {
        try {
            return work.call(change);
        } catch (PatchbayException e) {
            if (!e.code().equals("store.conflict")) {
                throw e;
            }
            work.run(() -> requireFree(wanted));
            throw loginTaken();
        }
    }

    /** Whoever deletes names no version: when somebody else was faster, it is looked at again. */
    @Override
    public void delete(PortalId portal, PersonId id, Caller by) {
        try {
            deleteOnce(portal, id, by);
        } catch (PatchbayException e) {
            if (e.problem() != Problem.STALE) {
                throw e;
            }
            deleteOnce(portal, id, by);
        }
    }

    private void deleteOnce(PortalId portal, PersonId id, Caller by) {
        work.run(() -> {
            // Looked at twice: an owner is locked among all owners, in their order; and who was none may be one by now.
            precedence.requireDeletion(by, require(portal, id));
            Person present = found(store.lock(portal, id), id);
            precedence.requireDeletion(by, present);
            signInData.erase(portal, id);
            welcome.revoke(portal, id);
            notices.forget(portal, id);
            store.delete(portal, id);
            announce(IdentityEvents.DELETED, present);
            audit.record(
                    portal, by, PersonAudit.change(IdentityEvents.DELETED, Optional.of(present), Optional.empty()));
        });
    }

    @Override
    public Optional<Person> find(PortalId portal, PersonId id) {
        return work.call(() -> store.find(portal, id).map(statuses::current));
    }

    @Override
    public Page<Person> list(PortalId portal, Optional<String> text, PageRequest page) {
        PeopleQuery query = text.map(PeopleQuery::text).orElse(PeopleQuery.ALL);
        return work.call(() -> current(store.list(portal, PersonSelection.of(query), page)));
    }

    @Override
    public Page<Person> list(PortalId portal, PeopleQuery query, PageRequest page, Caller by) {
        Scope scope = access.scope(by, portal, Right.MANAGE_PEOPLE);
        return work.call(() -> {
            Optional<StatusFilter> status = query.status().map(wanted -> filters.of(portal, wanted));
            return current(store.list(portal, new PersonSelection(query, scope, status), page));
        });
    }

    private Page<Person> current(Page<Person> found) {
        return new Page<>(found.items().stream().map(statuses::current).toList(), found.next(), found.total());
    }

    @Override
    public void invite(PortalId portal, PersonId id, Caller by) {
        work.run(() -> {
            Person person = require(portal, id);
            precedence.requireCredentials(by, person);
            if (!person.enabled()) {
                throw Problem.CONFLICT.because("person.disabled", "A disabled person cannot be invited");
            }
            welcome.send(person);
            audit.record(portal, by, PersonAudit.about(IdentityEvents.INVITED, id, Map.of()));
        });
    }

    @Override
    public SetupLink link(PortalId portal, PersonId id, Caller by) {
        return work.call(() -> {
            Person person = require(portal, id);
            precedence.requireLink(by, person);
            if (!person.enabled()) {
                throw Problem.CONFLICT.because("person.disabled", "A disabled person cannot be invited");
            }
            if (person.hasPassword() && person.email().isPresent()) {
                throw Problem.CONFLICT.because("person.by-mail", "This person gets a new link by mail");
            }
            audit.record(portal, by, PersonAudit.about(IdentityEvents.LINKED, id, Map.of()));
            return welcome.link(person);
        });
    }

    static PatchbayException loginTaken() {
        return Problem.CONFLICT.at("/login", "login.taken", "is the login of somebody else");
    }

    static PatchbayException emailTaken() {
        return Problem.CONFLICT.at("/email", "email.taken", "is how somebody else signs in");
    }

    static PatchbayException extensionTaken() {
        return Problem.CONFLICT.at("/extension", "extension.taken", "is the internal number of somebody else");
    }

    private Person require(PortalId portal, PersonId id) {
        return found(store.find(portal, id), id);
    }

    private Person found(Optional<Person> found, PersonId id) {
        return found.map(statuses::current).orElseThrow(() -> Precedence.unknown(id));
    }

    private void requireFree(Person person) {
        Optional<Person> present = store.find(person.portal(), person.id());
        if (isOfAnother(person, Optional.of(person.login()), present.map(Person::login))) {
            throw loginTaken();
        }
        if (isOfAnother(person, person.email(), present.flatMap(Person::email))) {
            throw emailTaken();
        }
        Set<String> wanted = present.flatMap(Person::extension).equals(person.extension())
                ? Set.of()
                : person.extension().map(Set::of).orElse(Set.of());
        if (!store.takenExtensions(person.portal(), wanted).isEmpty()) {
            throw extensionTaken();
        }
    }

    /** Whether somebody else signs in by the new name; who shares one of old keeps it. */
    private boolean isOfAnother(Person person, Optional<String> name, Optional<String> before) {
        return name.filter(wanted -> before.filter(wanted::equalsIgnoreCase).isEmpty())
                .filter(wanted -> Stream.concat(
                                store.findByLogin(person.portal(), wanted).stream(),
                                store.findByEmail(person.portal(), wanted).stream())
                        .anyMatch(other -> !other.id().equals(person.id())))
                .isPresent();
    }

    private void announce(String type, Person person) {
        events.publish(person.portal(), type, person.id().value(), PersonChange.of(person));
    }
}
