package org.patchbay.identity.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.PutBack;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.store.PolicyStore;
import org.patchbay.identity.store.StoredPolicy;

/** What portals ask of those who sign in. Thread-safe. */
@Component(service = SignInPolicies.class)
public final class SignInPolicies {

    private static final String OPTIONAL = "optional";
    private static final String ROLES = "roles";
    private static final String EVERYBODY = "everybody";
    private static final int MOST_ROLES = 50;

    private final PolicyStore store;
    private final SessionBook sessions;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public SignInPolicies(
            @Reference PolicyStore store,
            @Reference SessionBook sessions,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.work = work;
    }

    public SignInPolicy find(PortalId portal) {
        return work.call(() -> store.find(portal)
                .map(stored -> new SignInPolicy(
                        stored.secondFactor(), stored.roles(), stored.longestPassword(), stored.version()))
                .orElseGet(() -> new SignInPolicy(OPTIONAL, Set.of(), Passwords.LONGEST, 0)));
    }

    /**
     * STALE unless the version is the present one. Who is asked for a second factor by it and has none signs in again and
     * sets one up, the caller too.
     */
    public SignInPolicy save(PortalId portal, long version, SignInPolicyDraft draft, Caller by) {
        check(draft);
        return work.call(() -> {
            SignInPolicy present = find(portal);
            var wanted = new StoredPolicy(
                    portal,
                    draft.secondFactor(),
                    draft.secondFactor().equals(ROLES) ? draft.roles() : Set.of(),
                    draft.longestPassword(),
                    version + 1);
            if (!store.save(wanted)) {
                throw Problem.STALE.because("The policy is at version " + present.version());
            }
            SignInPolicy changed = find(portal);
            audit.record(
                    portal,
                    by,
                    new AuditDraft(
                            "sign-in-policy.updated", "portal", portal.value(), fields(present), fields(changed)));
            sessions.endWhere(portal, person -> !person.secondFactor() && asks(changed, person));
            return changed;
        });
    }

    /** Whether a second factor is asked of the person. */
    boolean asks(Person person) {
        return asks(find(person.portal()), person);
    }

    private static boolean asks(SignInPolicy policy, Person person) {
        return policy.secondFactor().equals(EVERYBODY)
                || (policy.secondFactor().equals(ROLES)
                        && (person.roles().stream().anyMatch(policy.roles()::contains)
                                || person.memberships().stream()
                                        .map(Membership::role)
                                        .anyMatch(policy.roles()::contains)));
    }

    private static void check(SignInPolicyDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (!Set.of(OPTIONAL, ROLES, EVERYBODY).contains(draft.secondFactor())) {
            errors.add(new FieldError("/secondFactor", "policy.factor", "must be optional, roles or everybody"));
        }
        if (draft.roles().size() > MOST_ROLES
                || draft.roles().stream()
                        .anyMatch(role -> role.isEmpty() || role.length() > 36 || role.contains(","))) {
            errors.add(new FieldError("/roles", "roles.unknown", "must name roles of the portal"));
        } else if (draft.secondFactor().equals(ROLES) && draft.roles().isEmpty()) {
            errors.add(new FieldError("/roles", "roles.none", "must name at least one role"));
        }
        if (draft.longestPassword() < 32 || draft.longestPassword() > Passwords.LONGEST) {
            errors.add(new FieldError(
                    "/longestPassword", "policy.longest", "must be 32 to " + Passwords.LONGEST + " characters"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
    }

    private static Map<String, String> fields(SignInPolicy policy) {
        return Map.of(
                "secondFactor", policy.secondFactor(),
                "roles", String.join(", ", new java.util.TreeSet<>(policy.roles())),
                "longestPassword", Integer.toString(policy.longestPassword()));
    }

    /**
     * What a portal asks.
     *
     * @param secondFactor {@code optional}, of {@code roles}, or of {@code everybody}
     * @param roles names or ids of the roles of whom one is asked
     * @param longestPassword in characters, 32 to 128
     * @param version 0 until something was chosen; the ETag
     */
    public record SignInPolicy(String secondFactor, Set<String> roles, int longestPassword, long version) {}

    /** What can be chosen; the fields as in {@link SignInPolicy}. */
    @PutBack(SignInPolicy.class)
    public record SignInPolicyDraft(String secondFactor, Set<String> roles, int longestPassword) {}
}
