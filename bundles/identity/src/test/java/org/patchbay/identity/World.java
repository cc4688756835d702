package org.patchbay.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Quotas;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.identity.department.DepartmentService;
import org.patchbay.identity.directory.DirectoryKeepers;
import org.patchbay.identity.directory.DirectorySignIn;
import org.patchbay.identity.directory.SignInDirectory;
import org.patchbay.identity.factor.SecondFactors;
import org.patchbay.identity.factor.SignInPolicies;
import org.patchbay.identity.imports.ImportProgress;
import org.patchbay.identity.imports.ImportService;
import org.patchbay.identity.imports.PeopleFiles;
import org.patchbay.identity.imports.PersonAttributes;
import org.patchbay.identity.imports.RowSaver;
import org.patchbay.identity.imports.WelcomeQueue;
import org.patchbay.identity.link.LinkService;
import org.patchbay.identity.link.OneTimeLinks;
import org.patchbay.identity.link.RecoveryMail;
import org.patchbay.identity.link.RootSetupFile;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.notice.Notices;
import org.patchbay.identity.passkey.Passkeys;
import org.patchbay.identity.passkey.Questions;
import org.patchbay.identity.password.Guesses;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.people.AccessService;
import org.patchbay.identity.people.AccountService;
import org.patchbay.identity.people.CustomRoles;
import org.patchbay.identity.people.DepartmentMembers;
import org.patchbay.identity.people.DepartmentRemoval;
import org.patchbay.identity.people.DirectoryPeople;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.identity.people.Explanations;
import org.patchbay.identity.people.Grants;
import org.patchbay.identity.people.KeptPlaces;
import org.patchbay.identity.people.LastOwner;
import org.patchbay.identity.people.Management;
import org.patchbay.identity.people.OwnSecurity;
import org.patchbay.identity.people.PeopleService;
import org.patchbay.identity.people.PersonSecurity;
import org.patchbay.identity.people.PersonWriter;
import org.patchbay.identity.people.Precedence;
import org.patchbay.identity.people.PresentPassword;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.picture.PictureService;
import org.patchbay.identity.quota.QuotaService;
import org.patchbay.identity.recovery.Recovery;
import org.patchbay.identity.session.GuestExit;
import org.patchbay.identity.session.OwnSessions;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.session.SessionEnds;
import org.patchbay.identity.session.SessionService;
import org.patchbay.identity.signin.Challenges;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.Entry;
import org.patchbay.identity.signin.NewPasswords;
import org.patchbay.identity.signin.SignIn;
import org.patchbay.identity.signin.SignInData;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.status.PersonZones;
import org.patchbay.identity.status.StatusFilters;
import org.patchbay.identity.store.InMemoryDepartmentStore;
import org.patchbay.identity.store.InMemoryDirectoryLinkStore;
import org.patchbay.identity.store.InMemoryFactorStore;
import org.patchbay.identity.store.InMemoryImportStore;
import org.patchbay.identity.store.InMemoryImportedStore;
import org.patchbay.identity.store.InMemoryLinkStore;
import org.patchbay.identity.store.InMemoryPasskeyStore;
import org.patchbay.identity.store.InMemoryPersonStore;
import org.patchbay.identity.store.InMemoryPictureStore;
import org.patchbay.identity.store.InMemoryPolicyStore;
import org.patchbay.identity.store.InMemoryRoleStore;
import org.patchbay.identity.store.InMemorySessionStore;
import org.patchbay.identity.store.InMemoryStorageStore;
import org.patchbay.identity.store.InMemoryTokenStore;
import org.patchbay.identity.store.InMemoryWarningStore;
import org.patchbay.identity.token.ApiTokens;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.InMemoryPasswordDirectory;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.plugins.InMemoryPluginSettings;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice put together by hand, with stores in memory and two portals. */
public final class World implements AutoCloseable {

    private static final int WELCOME_TOKEN = 22;

    private final InMemoryCluster nodes = new InMemoryCluster();
    public final Cluster cluster = nodes.node("a");
    public final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(work, new IdentityEvents());
    public final InMemoryAudit audit = new InMemoryAudit(clock);
    public final RecordedMails mails = new RecordedMails();

    public final InMemoryPersonStore personStore = new InMemoryPersonStore();
    public final InMemoryDepartmentStore departmentStore = new InMemoryDepartmentStore();
    public final InMemoryRoleStore roleStore = new InMemoryRoleStore();
    public final InMemorySessionStore sessionStore = new InMemorySessionStore();
    public final InMemoryLinkStore linkStore = new InMemoryLinkStore();

    public final Path dataFolder = temporaryFolder();
    public final IdentityConfig config = Configs.with(Map.of("dataFolder", dataFolder.toString()));
    public final RoleBook roles = new RoleBook(roleStore, work);
    public final Access access = new AccessService(roles, portals);
    public final Departments departments =
            new DepartmentService(departmentStore, personStore, access, portals, audit, work);
    public final KeptPlaces kept = new KeptPlaces(departmentStore, roleStore);
    public final CustomRoles customRoles = new CustomRoles(roleStore, personStore, roles, access, audit, work);
    public final PersonStatuses statuses = new PersonStatuses(portals, departmentStore, clock);
    public final Passwords passwords = new Passwords(config);
    public final Guesses guesses = new Guesses(cluster, clock);
    public final SessionEnds ends = new SessionEnds(cluster, work);
    public final Gate gate = new Gate(statuses, portals, clock);
    public final InMemorySecrets secrets = new InMemorySecrets();
    public final InMemoryFactorStore factorStore = new InMemoryFactorStore();
    public final InMemoryPasskeyStore passkeyStore = new InMemoryPasskeyStore();
    public final InMemoryTokenStore tokenStore = new InMemoryTokenStore();
    public final InMemoryPolicyStore policyStore = new InMemoryPolicyStore();
    public final SessionBook book = new SessionBook(sessionStore, personStore, gate, ends, config, clock);
    public final SignInPolicies policies = new SignInPolicies(policyStore, book, audit, work);
    public final SecondFactors factors =
            new SecondFactors(factorStore, passkeyStore, personStore, policies, secrets, portals, clock);
    public final Passkeys passkeys = new Passkeys(passkeyStore, new Questions(secrets, cluster, clock), clock);
    public final InMemoryDirectoryLinkStore directoryLinks = new InMemoryDirectoryLinkStore();
    public final NewPasswords newPasswords =
            new NewPasswords(personStore, linkStore, directoryLinks, passwords, policies, audit);
    public final OneTimeLinks tokens = new OneTimeLinks(linkStore, clock);
    public final Welcome welcome =
            new Welcome(tokens, linkStore, portals, portals, mails, roles, events, config, clock);
    public final InMemoryWarningStore warnings = new InMemoryWarningStore();
    public final Notices notices = new Notices(portals, portals, mails, warnings);
    public final ApiTokens apiTokens =
            new ApiTokens(tokenStore, personStore, gate, access, ends, events, audit, work, clock);
    public final PersonWriter writer =
            new PersonWriter(personStore, book, apiTokens, roles, welcome, notices, events, audit);
    public final DirectoryPeople directoryPeople = new DirectoryPeople(
            personStore, directoryLinks, linkStore, roles, departments, writer, events, audit, work);
    public final InMemoryPasswordDirectory directory = new InMemoryPasswordDirectory("ldap");
    public final InMemoryPluginSettings pluginSettings = new InMemoryPluginSettings();
    private final SignInDirectory offeredDirectories = new SignInDirectory(List.of(directory));
    public final DirectorySignIn directories = new DirectorySignIn(
            offeredDirectories, pluginSettings, directoryLinks, directoryPeople, gate, work, config);
    public final SignIn signIn = new SignIn(
            personStore,
            gate,
            newPasswords,
            passwords,
            directories,
            guesses,
            new Challenges(cluster, clock),
            factors,
            passkeys,
            book,
            events,
            audit,
            work);
    public final SessionService sessions =
            new SessionService(book, ends, personStore, signIn, apiTokens, access, events, work);
    public final GuestExit guestExit = new GuestExit(book, work);
    public final RecoveryMail recoveryMail = new RecoveryMail(tokens, portals, portals, mails, events, clock);
    public final Recovery recovery = new Recovery(personStore, directoryLinks, statuses, recoveryMail, work, cluster);
    public final RootSetupFile rootSetupFile = new RootSetupFile(config);
    public final LinkService links = new LinkService(
            tokens, personStore, statuses, gate, newPasswords, signIn, book, rootSetupFile, events, work);
    public final SignInData signInData =
            new SignInData(directoryLinks, factorStore, passkeyStore, tokenStore, policyStore, book, ends, work);
    public final IdentityData data = new IdentityData(personStore, statuses, departmentStore, roleStore, book, welcome);
    public final PersonZones zones = new PersonZones(statuses, work);
    public final StatusFilters filters = new StatusFilters(portals, personStore, departmentStore, clock);
    public final Precedence precedence = new Precedence(access, roles, new LastOwner(personStore, statuses));
    public final DirectoryKeepers keepers =
            new DirectoryKeepers(offeredDirectories, directoryLinks, personStore, precedence, work);
    public final PeopleService people = new PeopleService(
            personStore,
            statuses,
            filters,
            access,
            precedence,
            roles,
            departments,
            kept,
            writer,
            signInData,
            newPasswords,
            welcome,
            notices,
            events,
            audit,
            work);
    public final Management management = new Management(people, precedence);
    public final DepartmentMembers members = new DepartmentMembers(personStore, work);
    public final DepartmentRemoval removal =
            new DepartmentRemoval(departments, kept, personStore, statuses, writer, precedence, roles, access, work);
    public final Grants grants = new Grants(roles, customRoles, precedence, departments);
    public final Explanations explanations = new Explanations(management, departments, roles, precedence);
    public final PresentPassword presentPassword =
            new PresentPassword(personStore, passwords, directories, guesses, work);
    public final AccountService accounts = new AccountService(
            personStore, statuses, directoryLinks, presentPassword, newPasswords, book, events, audit, work);
    public final OwnSecurity ownSecurity =
            new OwnSecurity(personStore, factors, passkeys, presentPassword, audit, work);
    public final PersonSecurity personSecurity = new PersonSecurity(
            personStore,
            precedence,
            factors,
            newPasswords,
            directories,
            directoryLinks,
            book,
            apiTokens,
            events,
            audit,
            work);

    public final OwnSessions ownSessions = new OwnSessions(book, sessions, audit, work);

    /** Uses a link where nothing but a password is asked. */
    public NewSession use(PortalId portal, String token, String password) {
        Entry entry = links.use(portal, token, password, Client.at(Callers.ADDRESS), Optional.empty());
        return ((Entry.In) entry).session();
    }

    public final InMemoryImportStore importStore = new InMemoryImportStore();
    public final InMemoryImportedStore importedStore = new InMemoryImportedStore();
    public final PeopleFiles files = new PeopleFiles(
            personStore, importStore, importedStore, new InMemoryPictureStore(), new InMemoryStorageStore(), work);
    public final Quotas quotas = new QuotaService(personStore, new InMemoryStorageStore(), portals, work, config);
    public final PictureService pictures =
            new PictureService(personStore, statuses, new InMemoryPictureStore(), quotas, events, audit, work);
    public final ImportProgress progress = new ImportProgress(importStore, work, cluster);
    public final WelcomeQueue welcomes = new WelcomeQueue(importedStore, personStore, welcome, work, cluster);
    public final ImportService imports = new ImportService(
            importStore,
            new Enrolment(personStore, precedence, roles, departments, kept, events, audit),
            new RowSaver(importStore, importedStore, progress, welcomes, work),
            secrets,
            audit,
            work,
            clock);
    public final PersonAttributes attributes = new PersonAttributes(importedStore, work);

    /** Lets time pass for everything. */
    public void pass(Duration time) {
        clock.pass(time);
        nodes.pass(time);
    }

    /** A draft of somebody with an address, a user with these roles beside. */
    public static PersonDraft draft(String login, String... roles) {
        return PersonDraft.of(login, "Name of " + login)
                .edit()
                .email(Optional.of(login + "@example.org"))
                .roles(Set.of(roles))
                .done();
    }

    /** A person made by an administrator of the portal. */
    public Person person(PortalId portal, String login, String... roles) {
        Caller by = portal.isRoot() ? Callers.root() : Callers.administrator(portal);
        return people.create(portal, draft(login, roles), by);
    }

    /** A person with a password. */
    public Person enrolled(PortalId portal, String login, String password, String... roles) {
        Person person = person(portal, login, roles);
        use(portal, token(login + "@example.org"), password);
        return personStore.find(portal, person.id()).orElseThrow();
    }

    /** The token of the latest link that was mailed to the address. */
    public String token(String email) {
        String link =
                Optional.ofNullable(mails.last(email).values().get("link")).orElseThrow();
        return link.substring(link.length() - WELCOME_TOKEN);
    }

    @Override
    public void close() {
        nodes.close();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "world");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
