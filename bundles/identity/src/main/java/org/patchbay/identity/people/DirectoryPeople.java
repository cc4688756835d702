package org.patchbay.identity.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.store.DirectoryLink;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.LinkStore;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.spi.identity.DirectoryPerson;

/**
 * Tells which person an account of a directory is: by the directory's own id, so that somebody who is called otherwise or
 * moved there is the same person here. Thread-safe.
 */
@Component(service = DirectoryPeople.class)
public final class DirectoryPeople {

    private static final int NAME_LIMIT = 100;

    private final PersonStore store;
    private final DirectoryLinkStore links;
    private final LinkStore oneTimeLinks;
    private final RoleBook roles;
    private final Departments departments;
    private final PersonWriter writer;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public DirectoryPeople(
            @Reference PersonStore store,
            @Reference DirectoryLinkStore links,
            @Reference LinkStore oneTimeLinks,
            @Reference RoleBook roles,
            @Reference Departments departments,
            @Reference PersonWriter writer,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.store = store;
        this.links = links;
        this.oneTimeLinks = oneTimeLinks;
        this.roles = roles;
        this.departments = departments;
        this.writer = writer;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /**
     * The person of an account whose password is right.
     *
     * @param known who has the typed login or address here
     * @throws PatchbayException FORBIDDEN for a newcomer where none are admitted, CONFLICT when login or address are of
     *     somebody else here
     */
    public Person person(PortalId portal, Account account, Optional<Person> known, Client client) {
        try {
            return work.call(() -> personOnce(portal, account, known, client));
        } catch (PatchbayException e) {
            if (!e.code().equals("store.conflict")) {
                throw e;
            }
            // Two first sign-ins at the same time: the second finds what the first has written.
            return work.call(() -> personOnce(portal, account, known, client));
        }
    }

    private Person personOnce(PortalId portal, Account account, Optional<Person> known, Client client) {
        Optional<DirectoryLink> link =
                links.findByAccount(portal, account.plugin(), account.person().id());
        if (link.isPresent()) {
            links.put(link.get().called(account.typed()));
            return store.find(portal, link.get().person())
                    .map(person -> followed(person, account, client))
                    .orElseThrow(() -> Precedence.unknown(link.get().person()));
        }
        return known.flatMap(person -> store.find(portal, person.id()))
                .filter(person ->
                        !person.hasPassword() && links.find(portal, person.id()).isEmpty())
                .map(person -> adopted(person, account, client))
                .orElseGet(() -> newcomer(portal, account, client));
    }

    /** Somebody without a password here, made by an administrator: from now on of the directory. */
    private Person adopted(Person person, Account account, Client client) {
        connect(person, account, client);
        return person;
    }

    private Person newcomer(PortalId portal, Account account, Client client) {
        if (!account.admitsNewcomers()) {
            throw Problem.FORBIDDEN.because(
                    "sign-in.directory-unknown", "The password is right, but there is no account in this portal");
        }
        PersonDraft draft = draft(portal, account, PersonDraft.of("", ""));
        requireFree(portal, draft, Optional.empty());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Person person = Person.of(new PersonId(Ids.next(clock)), portal, draft, now, 1);
        store.insert(person);
        audit.record(
                portal,
                client.as(person),
                PersonAudit.change(IdentityEvents.CREATED, Optional.empty(), Optional.of(person)));
        events.publish(portal, IdentityEvents.CREATED, person.id().value(), PersonChange.of(person));
        connect(person, account, client);
        return person;
    }

    private void connect(Person person, Account account, Client client) {
        links.put(new DirectoryLink(
                person.portal(), person.id(), account.plugin(), account.person().id(), account.typed()));
        oneTimeLinks.deleteOfPerson(person.portal(), person.id());
        audit.record(
                person.portal(),
                client.as(person),
                PersonAudit.about("person.directory-linked", person.id(), Map.of("directory", account.plugin())));
    }

    /** What the directory says of somebody holds here too, unless another person has it. */
    private Person followed(Person person, Account account, Client client) {
        PersonDraft wanted;
        try {
            wanted = draft(person.portal(), account, person.draft());
            requireFree(person.portal(), wanted, Optional.of(person.id()));
        } catch (PatchbayException e) {
            return person;
        }
        return wanted.equals(person.draft())
                ? person
                : writer.write(person, person.with(wanted, person.version() + 1), client.as(person));
    }

    /** Fields that break a rule of the portal stay as they are, a login that does is replaced by the address. */
    private PersonDraft draft(PortalId portal, Account account, PersonDraft present) {
        PersonRules rules = new PersonRules(portal, roles, departments);
        DirectoryPerson person = account.person();
        PersonDraft wanted = present.edit()
                .login(person.login())
                .name(person.name().isBlank() ? person.login() : shortened(person.name()))
                .email(person.email().or(present::email))
                .phone(person.phone().or(present::phone))
                .done();
        Set<String> faults = faults(rules, wanted, present.login());
        if (faults.isEmpty()) {
            return rules.check(wanted, Optional.of(present.login()));
        }
        boolean isNew = present.login().isEmpty();
        String login = isNew ? person.email().orElse(account.typed()) : present.login();
        PersonDraft mended = wanted.edit()
                .login(faults.contains("/login") ? login : wanted.login())
                .name(faults.contains("/name") ? (isNew ? login : present.name()) : wanted.name())
                .email(faults.contains("/email") ? present.email() : wanted.email())
                .phone(faults.contains("/phone") ? present.phone() : wanted.phone())
                .done();
        if (!faults(rules, mended, present.login()).isEmpty()) {
            throw Problem.CONFLICT.because(
                    "sign-in.directory-login", "The directory has a login that cannot be used here");
        }
        return rules.check(mended, Optional.of(present.login()));
    }

    private static Set<String> faults(PersonRules rules, PersonDraft draft, String presentLogin) {
        try {
            rules.check(draft, Optional.of(presentLogin));
            return Set.of();
        } catch (PatchbayException e) {
            return e.errors().stream().map(FieldError::pointer).collect(Collectors.toSet());
        }
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME_LIMIT
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_LIMIT));
    }

    private void requireFree(PortalId portal, PersonDraft draft, Optional<PersonId> own) {
        boolean taken = Stream.concat(Stream.of(draft.login()), draft.email().stream())
                .flatMap(name -> Stream.concat(
                        store.findByLogin(portal, name).stream(), store.findByEmail(portal, name).stream()))
                .anyMatch(other -> own.filter(other.id()::equals).isEmpty());
        if (taken) {
            throw Problem.CONFLICT.because(
                    "sign-in.directory-taken", "The login or the e-mail address is of somebody else in this portal");
        }
    }

    /**
     * An account of a directory.
     *
     * @param typed the login that the directory took
     * @param admitsNewcomers whether somebody unknown here becomes a person
     */
    public record Account(String plugin, String typed, DirectoryPerson person, boolean admitsNewcomers) {}
}
