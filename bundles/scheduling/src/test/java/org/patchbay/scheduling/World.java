package org.patchbay.scheduling;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.scheduling.feed.FeedService;
import org.patchbay.scheduling.invitation.InvitationPost;
import org.patchbay.scheduling.invitation.InvitationService;
import org.patchbay.scheduling.invitation.Replies;
import org.patchbay.scheduling.planning.GuestList;
import org.patchbay.scheduling.planning.Invited;
import org.patchbay.scheduling.planning.KeepSection;
import org.patchbay.scheduling.planning.Keeping;
import org.patchbay.scheduling.planning.OccurrenceEditor;
import org.patchbay.scheduling.planning.OrganizerExit;
import org.patchbay.scheduling.planning.PlanBook;
import org.patchbay.scheduling.planning.PlanEvents;
import org.patchbay.scheduling.planning.PlanRights;
import org.patchbay.scheduling.planning.PlanService;
import org.patchbay.scheduling.planning.PlanView;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.store.InMemoryFeedStore;
import org.patchbay.scheduling.store.InMemoryPlanStore;
import org.patchbay.scheduling.store.InMemoryRulesStore;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice put together by hand, with stores in memory, two portals, their people and an address book. */
public final class World implements AutoCloseable {

    public static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-30T09:00");

    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T12:00:00Z"));
    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(unit, new PlanEvents());
    public final InMemoryAudit audit = new InMemoryAudit();
    public final RecordedMails mails = new RecordedMails();
    public final InMemoryPlanStore store = new InMemoryPlanStore();
    public final InMemoryFeedStore feedStore = new InMemoryFeedStore();
    public final Telephones telephones = new Telephones();
    public final InMemoryCluster cluster = new InMemoryCluster();

    private final Map<PersonId, Person> known = new ConcurrentHashMap<>();
    private final List<Contact> book = new ArrayList<>();

    public final Caller.Member ada = member(acme, "Ada", "en");
    public final Caller.Member ben = member(acme, "Ben", "de");
    public final Caller.Member administrator = Callers.administrator(acme);
    public final Caller.Member stranger = Callers.administrator(bolt);
    public final People people = people();
    public final Plans plans = new Plans(store, new InMemorySecrets(), people);
    public final Contacts contacts = contacts();
    public final GuestList guests = new GuestList(people, contacts, portals, config());
    public final InvitationPost post;
    public final PlanService meetings;
    public final InvitationService invitations = new InvitationService(store, plans, events, audit, unit, clock);
    public final Replies replies = new Replies(store, plans, invitations, unit, clock);
    public final FeedService feeds = new FeedService(feedStore, store, plans, people, portals, audit, unit, clock);
    public final RoomPlans rooms = new RoomPlans(store, plans, Duration.ofMinutes(15), Duration.ofMinutes(30), clock);
    public final Reminders reminders;
    public final OrganizerExit exit;
    public final InMemoryRulesStore rulesStore = new InMemoryRulesStore();
    public final Keeping keeping = new Keeping(rulesStore, audit, unit, config());
    public final KeepSection section = new KeepSection(keeping);
    public final Caretaker caretaker = new Caretaker(cluster.node("a"), store, keeping, unit, clock);
    public final SchedulingData data;

    /** A world that reads answers from a mailbox. */
    public World() {
        this("meet@inbox.test");
    }

    private World(String inbox) {
        post = new InvitationPost(mails, portals, people, plans, telephones, inbox, clock);
        var rights = new PlanRights(new RoleAccess(portals));
        var book = new PlanBook(store, plans, rights, events, audit, clock);
        meetings = new PlanService(
                store,
                plans,
                book,
                new PlanView(store, plans, rights, unit),
                new OccurrenceEditor(store, plans, book, post),
                guests,
                new Invited(store, plans, cluster.node("a")),
                post,
                people,
                portals,
                audit,
                unit,
                clock);
        reminders = new Reminders(
                cluster.node("a"), store, plans, portals, post, events, unit, Duration.ofHours(10), clock);
        exit = new OrganizerExit(store, feedStore, plans, post, portals, events, audit, unit, clock);
        data = new SchedulingData(store, feedStore, rulesStore, plans, exit);
    }

    /** A world where answers go to the organizer. */
    public static World withoutInbox() {
        return new World("");
    }

    /** Deletes somebody's account. */
    public void remove(PersonId person) {
        known.remove(person);
    }

    @Override
    public void close() {
        reminders.close();
        caretaker.close();
        cluster.close();
    }

    public static SchedulingConfig config() {
        return (SchedulingConfig) Proxy.newProxyInstance(
                World.class.getClassLoader(),
                new Class<?>[] {SchedulingConfig.class},
                (proxy, method, arguments) -> method.getName().equals("inviteeLimit") ? 5 : method.getDefaultValue());
    }

    private Caller.Member member(PortalId portal, String name, String language) {
        Caller.Member member = Callers.user(portal);
        PersonDraft draft = new PersonDraft(
                name,
                name,
                Optional.of(name.toLowerCase(java.util.Locale.ROOT) + "@acme.test"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                member.memberships(),
                Set.of(),
                Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                java.util.OptionalInt.empty(),
                Optional.empty(),
                true);
        Person person = Person.of(member.person(), portal, draft, clock.instant(), 1);
        known.put(person.id(), person);
        return Caller.Member.of(person, "session", Callers.ADDRESS);
    }

    /** Puts somebody into the address book; private to Ada unless everybody's. */
    public Contact contact(String name, Optional<String> email, String language, boolean everybodys, String... groups) {
        var contact = new Contact(
                new ContactId(Ids.next()),
                acme,
                everybodys ? Visibility.PUBLIC : Visibility.PRIVATE,
                name,
                Optional.empty(),
                email,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(language),
                Optional.empty(),
                List.of(groups),
                clock.instant(),
                1);
        book.add(contact);
        return contact;
    }

    /** Takes somebody out of the address book. */
    public void forget(Contact contact) {
        book.remove(contact);
    }

    /** Ends the portal Acme. */
    public void expire() {
        portals.change(
                acme,
                draft -> new PortalDraft(
                        draft.name(),
                        draft.host(),
                        draft.language(),
                        draft.zone(),
                        draft.accent(),
                        draft.webInterface(),
                        Optional.of(LocalDate.parse("2026-11-01")),
                        draft.participantLimit(),
                        draft.profiles(),
                        draft.features(),
                        draft.support(),
                        draft.storageMegabytes(),
                        draft.meetingDefaults()));
    }

    private People people() {
        return (People) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("find")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return Optional.ofNullable(known.get((PersonId) arguments[1]))
                            .filter(person -> person.portal().equals(arguments[0]));
                });
    }

    private boolean sees(Contact contact, Object by) {
        return contact.visibility() == Visibility.PUBLIC
                || ((Caller) by).personId().equals(Optional.of(ada.person()));
    }

    private Contacts contacts() {
        return (Contacts) Proxy.newProxyInstance(
                World.class.getClassLoader(),
                new Class<?>[] {Contacts.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" ->
                        book.stream()
                                .filter(one -> one.id().equals(arguments[1]) && sees(one, arguments[2]))
                                .findFirst();
                    case "groups" ->
                        book.stream()
                                .filter(one -> sees(one, arguments[1]))
                                .flatMap(one -> one.groups().stream())
                                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                                .entrySet()
                                .stream()
                                .map(one -> new ContactGroup(one.getKey(), one.getValue()))
                                .toList();
                    case "members" ->
                        book.stream()
                                .filter(one -> one.groups().stream().anyMatch(((Set<?>) arguments[1])::contains)
                                        && sees(one, arguments[3]))
                                .toList();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A meeting of an hour on Monday in Berlin. */
    public static PlannedMeetingDraft draft(InviteList invite) {
        return draft(MONDAY, Optional.empty(), invite);
    }

    public static PlannedMeetingDraft draft(LocalDateTime start, Optional<Recurrence> recurrence, InviteList invite) {
        return new PlannedMeetingDraft(
                "Jour fixe",
                Optional.of("1. Numbers\n2. Any other business"),
                Optional.of("Europe/Berlin"),
                start,
                60,
                recurrence,
                Optional.empty(),
                Optional.empty(),
                Optional.of(invite));
    }

    /** Plain addresses. */
    public static InviteList addresses(String... emails) {
        return new InviteList(
                Set.of(),
                Set.of(),
                Set.of(),
                java.util.Arrays.stream(emails)
                        .map(email -> new InviteList.Address(email, Optional.empty(), Optional.empty()))
                        .toList());
    }

    /** The secret in the links of the latest mail to this address. */
    public String secret(String email) {
        String link = mails.last(email).values().getOrDefault("acceptLink", "");
        return link.substring(link.indexOf('#') + 1);
    }
}
