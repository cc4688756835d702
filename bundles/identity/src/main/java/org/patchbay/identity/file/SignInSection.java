package org.patchbay.identity.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.factor.SignInPolicies;
import org.patchbay.identity.factor.SignInPolicies.SignInPolicy;
import org.patchbay.identity.factor.SignInPolicies.SignInPolicyDraft;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** What the portal asks of those who sign in. */
@Component(service = PortalSection.class)
public final class SignInSection implements PortalSection<SignInSection.SignInText> {

    private final SignInPolicies policies;
    private final RoleBook roles;

    @Activate
    public SignInSection(@Reference SignInPolicies policies, @Reference RoleBook roles) {
        this.policies = policies;
        this.roles = roles;
    }

    @Override
    public Section<SignInText> section() {
        return new Section<>("signIn", 15, SignInText.class, Right.MANAGE_PORTAL);
    }

    @Override
    public SignInText read(PortalId portal) {
        SignInPolicy policy = policies.find(portal);
        var names = new RoleNames(roles, portal);
        return new SignInText(
                policy.secondFactor(),
                policy.roles().stream().map(names::shown).collect(Collectors.toSet()),
                policy.longestPassword());
    }

    @Override
    public List<String> apply(PortalId portal, SignInText wanted, Caller by) {
        if (wanted.equals(read(portal))) {
            return List.of();
        }
        var names = new RoleNames(roles, portal);
        Set<String> held = wanted.roles().stream()
                .map(shown -> names.role(shown)
                        .orElseThrow(() -> Problem.INVALID.at(
                                "/roles", "roles.unknown", "names \"" + shown + "\", which is no role of this portal")))
                .collect(Collectors.toSet());
        policies.save(
                portal,
                policies.find(portal).version(),
                new SignInPolicyDraft(wanted.secondFactor(), held, wanted.longestPassword()),
                by);
        return List.of();
    }

    /** The fields as in {@link SignInPolicy}, roles by name or title. */
    public record SignInText(String secondFactor, @MayBeAbsent Set<String> roles, int longestPassword) {}
}
