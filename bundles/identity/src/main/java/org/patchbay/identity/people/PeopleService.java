package org.patchbay.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.identity.SetupLink;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.notice.Notices;
import org.patchbay.identity.session.SessionBook;
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
    private final PersonRules rules;
    private final SessionBook sessions;
    private final SignInData signInData;
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
            @Reference SessionBook sessions,
            @Reference SignInData signInData,
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
        this.rules = new PersonRules(roles, departments);
        this.sessions = sessions;
        this.signInData = signInData;
        this.welcome = welcome;
        this.notices = notices;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    @Override
    public Person create(PortalId portal, PersonDraft draft, Caller by) {
        PersonDraft checked = rules.check(portal, draft);
        precedence.requireGrant(by, portal, checked);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return withFreeLogin(() -> {
            Person person = statuses.current(Person.of(new PersonId(Ids.next(clock)), portal, checked, now, 1));
            requireFreeLogin(person);
            store.insert(person);
            announce(IdentityEvents.CREATED, person);
            audit.record(portal, by, PersonAudit.change(IdentityEvents.CREATED, Optional.empty(), Optional.of(person)));
            if (person.enabled() && person.email().isPresent()) {
                welcome.send(person);
            }
            return person;
        });
    }

    @Override
    public Person update(PortalId portal, PersonId id, long version, PersonDraft draft, Caller by) {
        PersonDraft checked = rules.check(portal, draft);
        return withFreeLogin(() -> {
            Person present = require(portal, id);
            precedence.requireChange(by, present, checked);
            Person changed = statuses.current(present.with(checked, version + 1));
            requireFreeLogin(changed);
            if (!store.update(changed)) {
                throw Problem.STALE.because("The person is at version " + present.version());
            }
            endWhatNoLongerHolds(present, changed);
            if (roles.administers(changed) && !roles.administers(present)) {
                notices.promoted(changed);
            }
            announce(IdentityEvents.UPDATED, changed);
            audit.record(
                    portal, by, PersonAudit.change(IdentityEvents.UPDATED, Optional.of(present), Optional.of(changed)));
            return changed;
        });
    }

    /** What two write at the same time, the database decides; the answer names the field all the same. */
    private Person withFreeLogin(Supplier<Person> change) {
        try {
            return work.call(change);
        } catch (PatchbayException e) {
            throw e.code().equals("store.conflict") ? loginTaken() : e;
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
            Person present = require(portal, id);
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
            precedence.requireManage(by, person);
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

    private static PatchbayException loginTaken() {
        return Problem.CONFLICT.at("/login", "login.taken", "is the login of somebody else");
    }

    private Person require(PortalId portal, PersonId id) {
        return store.find(portal, id)
                .map(statuses::current)
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "person.unknown", "There is no such person", Map.of("person", id.value())));
    }

    private void requireFreeLogin(Person person) {
        boolean taken = store.findByLogin(person.portal(), person.login())
                .filter(other -> !other.id().equals(person.id()))
                .isPresent();
        if (taken) {
            throw loginTaken();
        }
    }

    /** Live connections were opened with the rights of before, and a link may have gone to a wrong address. */
    private void endWhatNoLongerHolds(Person before, Person after) {
        if (after.status() != PersonStatus.ACTIVE
                || (after.mustChangePassword() && !before.mustChangePassword())
                || !after.roles().containsAll(before.roles())
                || !after.memberships().containsAll(before.memberships())) {
            sessions.endOf(after.portal(), after.id(), Optional.empty());
        }
        if (!after.enabled() || !after.email().equals(before.email())) {
            welcome.revoke(after.portal(), after.id());
        }
    }

    private void announce(String type, Person person) {
        events.publish(person.portal(), type, person.id().value(), PersonChange.of(person));
    }
}
