package org.patchbay.identity.people;

import static org.patchbay.api.identity.Right.*;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.RoleStore;
import org.patchbay.identity.store.StoredRole;

/** The roles, those that always are and the portals' own, and what each allows. Thread-safe. */
@Component(service = RoleBook.class)
public final class RoleBook {

    public static final String USER = "user";
    public static final String OWNER = "owner";
    public static final String SYSTEM_ADMINISTRATOR = "system-administrator";
    public static final String SYSTEM_OWNER = "system-owner";

    /** The role above all portals; only people of root's portal have it. */
    public static final String ROOT = "root";

    private static final int ID_LENGTH = 36;

    /** With or without a role. */
    private static final Set<Right> OF_EVERYBODY =
            Collections.unmodifiableSet(EnumSet.of(ANYONE, OWN_ACCOUNT, OWN_SIGN_IN));

    /** What a system administrator has by no other role either, unless a system owner as well. */
    private static final Set<Right> OF_NO_ADMINISTRATOR =
            Collections.unmodifiableSet(EnumSet.of(LISTEN_IN, BARGE_IN, WHISPER, SEE_RECORDINGS, SEE_REPORTS));

    /** What is of the whole portal, so that it cannot be had in a department. */
    static final Set<Right> PORTAL_WIDE = Collections.unmodifiableSet(
            EnumSet.of(MANAGE_ROLES, MANAGE_PORTAL, MANAGE_SCRIPTS, MANAGE_PLUGINS, SEE_EVENTS, SEE_AUDIT, SEE_MAIL));

    private static final Map<String, Role> ROLES = roles();

    private final RoleStore store;
    private final UnitOfWork work;

    @Activate
    public RoleBook(@Reference RoleStore store, @Reference UnitOfWork work) {
        this.store = store;
        this.work = work;
    }

    private static Map<String, Role> roles() {
        Set<Right> user = EnumSet.of(OWN_ACCOUNT, TAKE_PART, HOST_MEETINGS, SEE_MEETINGS, SHOW_PRESENCE, SEE_PEOPLE);
        Set<Right> receptionist =
                with(user, EnumSet.of(SEE_CALLS, OPERATE_CALLS, PARK, INTERCOM, OVERRIDE_OFFICE_HOURS));
        Set<Right> configuration = EnumSet.of(
                CONFIGURE_CALL_HANDLING,
                CONFIGURE_TRUNKS,
                CONFIGURE_CHANNELS,
                MANAGE_DEPARTMENTS,
                OVERRIDE_OFFICE_HOURS);
        Set<Right> groupAdministrator = with(user, configuration);
        Set<Right> manager = with(
                receptionist,
                EnumSet.of(
                        CHANGE_PRESENCE,
                        ASSIGN_OPERATIONS,
                        LISTEN_IN,
                        BARGE_IN,
                        SEE_RECORDINGS,
                        SEE_REPORTS,
                        MANAGE_CONTACTS,
                        MANAGE_PEOPLE,
                        ELEVATE_ROLES));
        Set<Right> owner = with(manager, with(groupAdministrator, EnumSet.of(WHISPER)));
        Set<Right> systemOwner = EnumSet.complementOf(EnumSet.of(ANYONE, SEE_MAIL_BODY, MANAGE_PORTALS));
        Set<Right> systemAdministrator = EnumSet.copyOf(systemOwner);
        systemAdministrator.removeAll(
                EnumSet.of(LISTEN_IN, BARGE_IN, WHISPER, SEE_RECORDINGS, SEE_REPORTS, MANAGE_ROLES));
        return Stream.of(
                        new Role(USER, false, user),
                        new Role("receptionist", false, receptionist),
                        new Role("group-administrator", false, groupAdministrator),
                        new Role("manager", false, manager),
                        new Role(OWNER, false, owner),
                        new Role(SYSTEM_ADMINISTRATOR, true, systemAdministrator),
                        new Role(SYSTEM_OWNER, true, systemOwner),
                        new Role(ROOT, true, EnumSet.complementOf(EnumSet.of(ANYONE))))
                .collect(Collectors.toMap(Role::name, role -> role, (one, other) -> one, LinkedHashMap::new));
    }

    private static Set<Right> with(Set<Right> some, Set<Right> more) {
        Set<Right> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    /** What somebody is of whom nothing else is said. */
    public static Membership userByDefault(PortalId portal) {
        return new Membership(DepartmentId.defaultOf(portal), USER);
    }

    /** The roles that people of this portal may have. */
    public List<Role> in(PortalId portal) {
        Stream<Role> always = ROLES.values().stream()
                .filter(role -> portal.isRoot() || !role.name().equals(ROOT));
        Stream<Role> own = work.call(() -> store.list(portal)).stream()
                .map(Role::of)
                .sorted(Comparator.comparing(role -> role.title().orElse(""), String.CASE_INSENSITIVE_ORDER));
        return Stream.concat(always, own).toList();
    }

    /** What a person of this portal with these roles may do in it. */
    public Set<Right> rights(PortalId portal, Collection<String> everywhere, Collection<Membership> memberships) {
        Set<Right> rights = EnumSet.copyOf(OF_EVERYBODY);
        Stream<Role> held = Stream.concat(
                everywhere.stream().flatMap(name -> find(portal, name).stream()).filter(Role::everywhere),
                memberships.stream()
                        .flatMap(membership -> find(portal, membership.role()).stream())
                        .filter(role -> !role.everywhere()));
        held.forEach(role -> rights.addAll(role.rights()));
        rights.removeIf(right -> isDenied(everywhere, right));
        return rights;
    }

    /** Where the member has the right, in the own portal. */
    Scope scope(Caller.Member member, Right right) {
        return scope(member.portal(), member.roles(), member.memberships(), right);
    }

    /** Where the person has the right by the roles, be the account enabled or not. */
    Scope scope(Person person, Right right) {
        return scope(person.portal(), person.roles(), person.memberships(), right);
    }

    /** Where the person has the right by what is held everywhere, whatever departments add. */
    Scope scopeEverywhere(Person person, Right right) {
        return scope(person.portal(), person.roles(), List.of(), right);
    }

    /** Whether a role that is held takes the right away, whatever else is held: who looks after calls hears none. */
    boolean isDenied(Collection<String> everywhere, Right right) {
        return OF_NO_ADMINISTRATOR.contains(right)
                && everywhere.contains(SYSTEM_ADMINISTRATOR)
                && !everywhere.contains(SYSTEM_OWNER)
                && !everywhere.contains(ROOT);
    }

    /** Whether the person looks after the whole portal. */
    public boolean administers(Person person) {
        return scope(person, Right.MANAGE_PORTAL).everywhere();
    }

    private Scope scope(PortalId portal, Set<String> everywhere, List<Membership> memberships, Right right) {
        if (isDenied(everywhere, right)) {
            return Scope.NOWHERE;
        }
        if (OF_EVERYBODY.contains(right) || everywhere.stream().anyMatch(role -> gives(portal, role, true, right))) {
            return Scope.EVERYWHERE;
        }
        return Scope.of(memberships.stream()
                .filter(membership -> gives(portal, membership.role(), false, right))
                .map(Membership::department)
                .collect(Collectors.toSet()));
    }

    private boolean gives(PortalId portal, String role, boolean everywhere, Right right) {
        return find(portal, role)
                .filter(known -> known.everywhere() == everywhere)
                .filter(known -> known.rights().contains(right))
                .isPresent();
    }

    /** A role of this portal by its name; only names that are ids are looked up, so most people cost nothing. */
    Optional<Role> find(PortalId portal, String name) {
        if (isOwn(name)) {
            return work.call(() -> store.find(portal, name)).map(Role::of);
        }
        return Optional.ofNullable(ROLES.get(name)).filter(role -> portal.isRoot() || !name.equals(ROOT));
    }

    /** Whether it is the name of a role that a portal made. */
    static boolean isOwn(String name) {
        return name.length() == ID_LENGTH;
    }

    /** Whether it is the name of a role that every portal has. */
    boolean isBuiltIn(String name) {
        return ROLES.containsKey(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** What the role allows; nothing if there is none of that name. */
    Set<Right> rightsOf(PortalId portal, String role) {
        return find(portal, role).map(Role::rights).orElse(Set.of());
    }

    /** The roles that the member holds in the department or everywhere. */
    Stream<Role> heldIn(Caller.Member member, DepartmentId department) {
        return Stream.concat(
                        member.roles().stream(),
                        member.memberships().stream()
                                .filter(membership -> membership.department().equals(department))
                                .map(Membership::role))
                .flatMap(name -> find(member.portal(), name).stream());
    }

    /** Whether it needs no role. */
    boolean isOfEverybody(Right right) {
        return OF_EVERYBODY.contains(right);
    }

    /** What every user may do, so that it makes no difference between people. */
    Set<Right> common() {
        Set<Right> common = EnumSet.copyOf(rightsOf(PortalId.ROOT, USER));
        common.addAll(OF_EVERYBODY);
        return common;
    }

    /**
     * A role by name.
     *
     * @param name an id, if the portal made the role
     * @param title what the portal calls a role that it made
     * @param everywhere whether it is held in the whole portal and not in departments
     * @param version grows with each change; 0 for a role that always is
     */
    public record Role(String name, Optional<String> title, boolean everywhere, Set<Right> rights, long version) {
        public Role {
            rights = Collections.unmodifiableSet(new TreeSet<>(rights));
        }

        Role(String name, boolean everywhere, Set<Right> rights) {
            this(name, Optional.empty(), everywhere, rights, 0);
        }

        /** Rights of the whole portal in a role of departments, as one could once be made, count for nothing. */
        static Role of(StoredRole role) {
            Set<Right> rights = new TreeSet<>(role.rights());
            if (!role.everywhere()) {
                rights.removeAll(PORTAL_WIDE);
            }
            return new Role(role.id(), Optional.of(role.title()), role.everywhere(), rights, role.version());
        }
    }
}
