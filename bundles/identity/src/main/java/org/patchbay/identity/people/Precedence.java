package org.patchbay.identity.people;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.identity.people.RoleBook.Role;

/**
 * Who may manage whom, in their departments: nobody rises, nobody touches somebody who may do more, and a portal keeps its
 * last owner. Called inside a unit of work where it changes something. Thread-safe.
 */
@Component(service = Precedence.class)
public final class Precedence {

    private static final String CREDENTIALS_BEYOND =
            "decides who signs in as somebody who may do what you may not; somebody with these rights has to do it";

    private final Access access;
    private final RoleBook roles;
    private final LastOwner lastOwner;

    @Activate
    public Precedence(@Reference Access access, @Reference RoleBook roles, @Reference LastOwner lastOwner) {
        this.access = access;
        this.roles = roles;
        this.lastOwner = lastOwner;
    }

    /** Nobody gives a role beyond what the own role gives, or in a department that they do not manage. */
    void requireGrant(Caller by, PortalId portal, PersonDraft granted) {
        requireGrants(by, portal, granted, Set.of(), Set.of());
    }

    /** What was not sent is not pointed at: somebody without a department would be in Default. */
    static void pointing(PersonDraft sent, Runnable check) {
        try {
            check.run();
        } catch (PatchbayException e) {
            if (sent.memberships().isEmpty()
                    && e.errors().stream().anyMatch(error -> error.pointer().startsWith("/memberships/"))) {
                throw Problem.FORBIDDEN.at(
                        "/memberships", "memberships.needed", "must name a department that you manage");
            }
            throw e;
        }
    }

    /** Where the caller puts people of whom no department is said: in Default, or in the only one that the caller manages. */
    Optional<DepartmentId> place(Caller by, PortalId portal) {
        Scope managed = access.scope(by, portal, Right.MANAGE_PEOPLE);
        DepartmentId byDefault = DepartmentId.defaultOf(portal);
        if (managed.includes(byDefault)) {
            return Optional.of(byDefault);
        }
        return managed.departments().size() == 1
                ? managed.departments().stream().findFirst()
                : Optional.empty();
    }

    /** Nobody manages somebody of other departments, or who may do more. */
    public void requireManage(Caller by, Person person) {
        requireVisible(by, person);
        // A system administrator looks after everybody of the departments, though some of them hear calls.
        boolean administrator = administers(by, person.portal());
        beyond(by, person, right -> administrator ? roles.scopeEverywhere(person, right) : roles.scope(person, right))
                .ifPresent(right -> {
                    throw Problem.FORBIDDEN.because(
                            "person.beyond", "This person may do more than you", Map.of("right", right.name()));
                });
    }

    /** The same, and nobody changes how somebody signs in who may do anything, anywhere, that they may not themselves. */
    public void requireCredentials(Caller by, Person person) {
        requireManage(by, person);
        beyondCredentials(by, person).ifPresent(right -> {
            throw Problem.FORBIDDEN.because("credentials.beyond", CREDENTIALS_BEYOND, Map.of("right", right.name()));
        });
    }

    /** The same, where it is one field of many. */
    public void requireCredentials(Caller by, Person person, String pointer) {
        requireManage(by, person);
        beyondCredentials(by, person).ifPresent(right -> {
            throw Problem.FORBIDDEN.at(
                    pointer, "credentials.beyond", CREDENTIALS_BEYOND, Map.of("right", right.name()));
        });
    }

    /** What the person may do, beyond what every user may, where the caller may not: who signs in as them could. */
    public Optional<Right> beyondCredentials(Caller by, Person person) {
        return beyond(by, person, right -> roles.scope(person, right));
    }

    /** Whether the caller may do everything everywhere that anybody of the portal may; then nobody is beyond them. */
    public boolean isAbove(Caller by, PortalId portal) {
        String highest = portal.isRoot() ? RoleBook.ROOT : RoleBook.SYSTEM_OWNER;
        return special(roles.rightsOf(portal, highest)).stream()
                .allMatch(right -> access.scope(by, portal, right).everywhere());
    }

    private Optional<Right> beyond(Caller by, Person person, Function<Right, Scope> held) {
        return EnumSet.complementOf(EnumSet.copyOf(roles.common())).stream()
                .filter(right -> !access.scope(by, person.portal(), right).includes(held.apply(right)))
                .findFirst();
    }

    /** People of other departments are not the caller's business: for the caller they are not there. */
    public void requireVisible(Caller by, Person person) {
        if (!isVisible(by, person)) {
            throw unknown(person.id());
        }
    }

    /** Whether it is the caller, or somebody of a department whose people the caller manages. */
    boolean isVisible(Caller by, Person person) {
        Scope managed = access.scope(by, person.portal(), Right.MANAGE_PEOPLE);
        return isSelf(by, person)
                || managed.everywhere()
                || person.memberships().stream().anyMatch(membership -> managed.includes(membership.department()));
    }

    /** The answer for somebody who is not there, and for somebody whom the caller may not know of. */
    static PatchbayException unknown(PersonId id) {
        return Problem.NOT_FOUND.because("person.unknown", "There is no such person", Map.of("person", id.value()));
    }

    /** Somebody goes to another department with their role; oneself only where that gives nothing. */
    void requireMove(Caller by, Person present, PersonDraft draft) {
        if (!isSelf(by, present)) {
            requireManage(by, present);
            requireGrants(by, present.portal(), draft, present.roles(), Set.copyOf(present.memberships()));
            return;
        }
        for (Membership membership : draft.memberships()) {
            for (Right right : roles.rightsOf(present.portal(), membership.role())) {
                if (!access.scope(by, present.portal(), right).includes(membership.department())) {
                    throw Problem.FORBIDDEN.because(
                            "roles.own", "Your own role would reach further; somebody else has to move you");
                }
            }
        }
    }

    /** Nobody changes their own roles, dates or disables themselves. */
    void requireChange(Caller by, Person present, PersonDraft draft) {
        if (isSelf(by, present)) {
            OwnChange change = new OwnChange(by, present, draft);
            change.requireSamePlace();
            if (!isAbove(by, present.portal())) {
                change.requireSameBounds();
            }
            if (!access.scope(by, present.portal(), Right.OWN_SIGN_IN).everywhere()) {
                change.requireSameSignIn();
            }
            change.requireReachable();
        }
        requireManage(by, present);
        requireSameSignIn(by, present, draft);
        requireGrants(by, present.portal(), draft, present.roles(), Set.copyOf(present.memberships()));
        lastOwner.requireAfter(present, draft);
    }

    /** Links go to the address, a directory asks by the login, and networks keep out who only knows the password. */
    private void requireSameSignIn(Caller by, Person present, PersonDraft draft) {
        if (!draft.login().equals(present.login())) {
            requireCredentials(by, present, "/login");
        }
        if (!draft.email().equals(present.email())) {
            requireCredentials(by, present, "/email");
        }
        if (!draft.networks().equals(present.networks())) {
            requireCredentials(by, present, "/networks");
        }
    }

    /** Nobody deletes themselves. */
    void requireDeletion(Caller by, Person present) {
        if (isSelf(by, present)) {
            throw Problem.FORBIDDEN.because("person.own", "Somebody else has to delete your account");
        }
        requireManage(by, present);
        var managed = access.scope(by, present.portal(), Right.MANAGE_PEOPLE);
        if (!present.memberships().stream().allMatch(membership -> managed.includes(membership.department()))) {
            throw Problem.FORBIDDEN.because("person.elsewhere", "This person is in other departments too");
        }
        lastOwner.requireWithout(present);
    }

    /** Who may give a role may take it away, and nobody else. */
    private void requireGrants(
            Caller by, PortalId portal, PersonDraft draft, Set<String> oldRoles, Set<Membership> oldMemberships) {
        for (String role : difference(oldRoles, draft.roles())) {
            if (!maySystem(by, portal, role)) {
                throw Problem.FORBIDDEN.at("/roles", "roles.beyond", "are more than you may give or take");
            }
        }
        for (Membership membership : difference(oldMemberships, Set.copyOf(draft.memberships()))) {
            if (!mayGive(by, portal, membership)) {
                int at = List.copyOf(draft.memberships()).indexOf(membership);
                throw Problem.FORBIDDEN.at(
                        "/memberships" + (at < 0 ? "" : "/" + at + "/role"),
                        "roles.beyond",
                        "is more than you may give or take");
            }
        }
    }

    /** Only a system owner makes system roles, only root makes root. */
    boolean maySystem(Caller by, PortalId portal, String role) {
        return isRoot(by)
                || (!role.equals(RoleBook.ROOT)
                        && by instanceof Caller.Member member
                        && member.roles().contains(RoleBook.SYSTEM_OWNER)
                        && access.scope(by, portal, Right.ELEVATE_ROLES).everywhere()
                        && access.rights(by, portal).containsAll(special(roles.rightsOf(portal, role))));
    }

    /** Those beyond what every user may. */
    private Set<Right> special(Set<Right> rights) {
        Set<Right> common = roles.common();
        return rights.stream().filter(right -> !common.contains(right)).collect(Collectors.toSet());
    }

    /** Whether the caller looks after everybody of the departments by being a system administrator. */
    private boolean administers(Caller by, PortalId portal) {
        return by.portal().equals(portal)
                && by instanceof Caller.Member member
                && member.roles().contains(RoleBook.SYSTEM_ADMINISTRATOR)
                && access.scope(by, portal, Right.ELEVATE_ROLES).everywhere();
    }

    private boolean mayGive(Caller by, PortalId portal, Membership given) {
        Role role = roles.find(portal, given.role()).orElseGet(() -> new Role(given.role(), false, Set.of()));
        return givable(by, portal, given.department()).test(role);
    }

    /**
     * Which roles the caller may give and take in the department. Elevation goes at most to what one role of the giver
     * allows, which must be one that elevates.
     */
    Predicate<Role> givable(Caller by, PortalId portal, DepartmentId department) {
        if (!access.scope(by, portal, Right.MANAGE_PEOPLE).includes(department)) {
            return role -> false;
        }
        if (isRoot(by)) {
            return role -> true;
        }
        boolean owners = maySystem(by, portal, RoleBook.OWNER);
        List<Set<Right>> elevating = elevating(by, portal, department);
        return role -> switch (role.name()) {
            case RoleBook.USER -> true;
            case RoleBook.OWNER -> owners;
            default -> elevating.stream().anyMatch(rights -> rights.containsAll(special(role.rights())));
        };
    }

    private List<Set<Right>> elevating(Caller by, PortalId portal, DepartmentId department) {
        if (!access.scope(by, portal, Right.ELEVATE_ROLES).includes(department)
                || !(by instanceof Caller.Member member)) {
            return List.of();
        }
        // A role may hold what its holder is denied, or what a token leaves out: who hears no calls makes nobody who
        // does.
        Set<Right> own = access.rights(by, portal);
        return roles.heldIn(member, department)
                .map(role -> role.rights().stream().filter(own::contains).collect(Collectors.toSet()))
                .filter(rights -> rights.contains(Right.ELEVATE_ROLES))
                .toList();
    }

    private static <T> Set<T> difference(Set<T> one, Set<T> other) {
        Set<T> either = new HashSet<>(one);
        either.addAll(other);
        either.removeIf(each -> one.contains(each) && other.contains(each));
        return either;
    }

    private static boolean isRoot(Caller by) {
        return by.portal().isRoot()
                && by instanceof Caller.Member member
                && member.roles().contains(RoleBook.ROOT);
    }

    /** Nobody makes a link for themselves: a password is changed by who knows it. */
    void requireLink(Caller by, Person person) {
        requireCredentials(by, person);
        if (isSelf(by, person)) {
            throw Problem.FORBIDDEN.because("person.own", "Change your own password on the account page");
        }
    }

    private static boolean isSelf(Caller by, Person person) {
        return by.portal().equals(person.portal())
                && by.personId().filter(person.id()::equals).isPresent();
    }
}
