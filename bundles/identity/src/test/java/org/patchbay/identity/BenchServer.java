package org.patchbay.identity;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.department.DepartmentService;
import org.patchbay.identity.imports.ImportProgress;
import org.patchbay.identity.imports.ImportService;
import org.patchbay.identity.imports.RowSaver;
import org.patchbay.identity.imports.WelcomeQueue;
import org.patchbay.identity.link.OneTimeLinks;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.people.AccessService;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.identity.people.KeptPlaces;
import org.patchbay.identity.people.LastOwner;
import org.patchbay.identity.people.Precedence;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.session.SessionEnds;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.ImportedStore;
import org.patchbay.identity.store.InMemoryLinkStore;
import org.patchbay.identity.store.JpaDepartmentStore;
import org.patchbay.identity.store.JpaImportStore;
import org.patchbay.identity.store.JpaImportedStore;
import org.patchbay.identity.store.JpaPersonStore;
import org.patchbay.identity.store.JpaRoleStore;
import org.patchbay.identity.store.JpaSessionStore;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.TestDatabase;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice over a real database with many people, without a journal. For one thread. */
final class BenchServer implements AutoCloseable {

    private static final int PEOPLE = 100;
    private static final int SESSIONS = 200;

    final Cluster cluster;
    final ImportService imports;

    private final InMemoryCluster nodes = new InMemoryCluster();
    /** Mails are sent after the save, by another thread. */
    private final InMemoryCluster mailing = new InMemoryCluster();

    private final TestDatabase database;
    private final UnitOfWork work;
    private final InMemoryPortals portals = new InMemoryPortals();
    private final PersonStore people;
    private final Access access;
    private final SessionBook sessions;
    private final List<Person> known = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final Random random = new Random(7);
    private int made;

    private record Secret(PortalId portal, String value) {}

    BenchServer(TestDatabase database, int size) {
        this.cluster = nodes.node("a");
        this.database = database;
        this.work = database.unitOfWork();
        this.people = new JpaPersonStore(database.jpa());
        IdentityConfig config = Configs.with(Map.of());
        Events events = silent(Events.class);
        RoleBook roles = new RoleBook(new JpaRoleStore(database.jpa()), work);
        var departments = new JpaDepartmentStore(database.jpa());
        var statuses = new PersonStatuses(portals, departments);
        this.access = new AccessService(roles, portals);
        this.sessions = new SessionBook(
                new JpaSessionStore(database.jpa()),
                people,
                new Gate(statuses, portals),
                new SessionEnds(cluster, work),
                config,
                Clock.systemUTC());
        ImportedStore imported = new JpaImportedStore(database.jpa());
        var importStore = new JpaImportStore(database.jpa());
        var links = new InMemoryLinkStore();
        var welcome = new Welcome(
                new OneTimeLinks(links), links, portals, portals, new RecordedMails(), roles, events, config);
        this.imports = new ImportService(
                importStore,
                new Enrolment(
                        people,
                        new Precedence(access, roles, new LastOwner(people, statuses)),
                        roles,
                        new DepartmentService(departments, people, access, portals, silent(Audit.class), work),
                        new KeptPlaces(departments, new JpaRoleStore(database.jpa())),
                        events,
                        silent(Audit.class)),
                new RowSaver(
                        importStore,
                        imported,
                        new ImportProgress(importStore, work, cluster),
                        new WelcomeQueue(imported, people, welcome, work, mailing.node("other")),
                        work),
                new InMemorySecrets(),
                silent(Audit.class),
                work);
        IntStream.range(0, size).forEach(i -> fill());
        count();
        for (int i = 0; i < SESSIONS; i++) {
            Person person = somebody();
            secrets.add(new Secret(person.portal(), work.call(() -> {
                people.signedIn(person.portal(), person.id(), sessions.now());
                return sessions.begin(person, "192.0.2.1", "").secret();
            })));
        }
    }

    @Override
    public void close() {
        mailing.close();
        nodes.close();
    }

    PortalId portal() {
        return portals.named("Portal" + made++).id();
    }

    int signIn() {
        Person person = somebody();
        return work.call(() -> {
            Person found = people.findByLogin(person.portal(), person.login()).orElseThrow();
            people.findByEmail(person.portal(), person.login());
            people.passwordHash(person.portal(), found.id());
            return sessions.begin(found, "192.0.2.1", "").secret().length();
        });
    }

    int list() {
        PortalId portal = somebody().portal();
        return work.call(() -> people.list(portal, PersonSelection.of(PeopleQuery.ALL), PageRequest.first(50))
                .items()
                .size());
    }

    int check() {
        Secret secret = secrets.get(random.nextInt(secrets.size()));
        return work.call(() -> sessions.open(secret.portal(), secret.value(), "192.0.2.1")
                .map(caller -> {
                    access.require(caller, secret.portal(), Right.TAKE_PART);
                    return 1;
                })
                .orElse(0));
    }

    /** The rows that an import of as many people leaves, and nothing else. */
    void insertBare(int count) throws SQLException {
        PortalId portal = portal();
        String columns = "ID, PORTAL, LOGIN, LOGIN_KEY, NAME, SORT_NAME, EMAIL, EMAIL_KEY, SEARCH_TEXT, MEMBERSHIPS,"
                + " ROLES, NETWORKS, MUST_CHANGE_PASSWORD, ENABLED, SECOND_FACTOR, CREATED, REVISION";
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var person = connection.prepareStatement(
                            "INSERT INTO PERSON (" + columns + ") VALUES (?,?,?,?,?,?,?,?,?,?,'','',0,1,0,?,1)");
                    var welcome =
                            connection.prepareStatement("INSERT INTO PERSON_WELCOME (PERSON, PORTAL) VALUES (?,?)")) {
                for (int i = 0; i < count; i++) {
                    String id = Ids.next();
                    String login = "bare" + i + "@example.org";
                    String[] texts = {
                        id,
                        portal.value(),
                        login,
                        login,
                        "Person " + i,
                        "person " + i,
                        login,
                        login,
                        "person " + i + "\n" + login + "\n" + login,
                        "," + portal + ":user,"
                    };
                    for (int column = 0; column < texts.length; column++) {
                        person.setString(column + 1, texts[column]);
                    }
                    person.setLong(11, i);
                    person.addBatch();
                    welcome.setString(1, id);
                    welcome.setString(2, portal.value());
                    welcome.addBatch();
                    if (i % 500 == 499) {
                        person.executeBatch();
                        welcome.executeBatch();
                    }
                }
                person.executeBatch();
                welcome.executeBatch();
            }
            connection.commit();
        }
    }

    /** What PostgreSQL does by itself some minutes after so many rows have come, and would do in the middle of a measurement. */
    private void count() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                statement.execute("VACUUM ANALYZE");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Person somebody() {
        return known.get(random.nextInt(known.size()));
    }

    private void fill() {
        PortalId portal = portal();
        List<Person> some = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Person.of(
                        new PersonId(Ids.next()),
                        portal,
                        PersonDraft.of("login" + i, "Name " + (i * 7919 % 1000))
                                .edit()
                                .email(Optional.of("login" + i + "@example.org"))
                                .memberships(List.of(RoleBook.userByDefault(portal)))
                                .done(),
                        Instant.EPOCH.plusSeconds(i),
                        1))
                .toList();
        work.run(() -> people.insertAll(some));
        known.addAll(some.subList(0, 10));
    }

    private static <T> T silent(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }
}
