package org.patchbay.identity.file;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.CustomRoles;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.store.NameKey;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** The roles that a portal made itself. */
@Component(service = PortalSection.class)
public final class RolesSection implements PortalSection<RolesSection.RoleText[]> {

    private final RoleBook roles;
    private final CustomRoles custom;

    @Activate
    public RolesSection(@Reference RoleBook roles, @Reference CustomRoles custom) {
        this.roles = roles;
        this.custom = custom;
    }

    @Override
    public Section<RoleText[]> section() {
        return new Section<>("roles", 10, RoleText[].class, Right.MANAGE_ROLES);
    }

    @Override
    public RoleText[] read(PortalId portal) {
        return own(portal).stream()
                .map(role -> new RoleText(role.title().orElseThrow(), role.everywhere(), role.rights()))
                .sorted(Comparator.comparing(RoleText::title))
                .toArray(RoleText[]::new);
    }

    private List<RoleBook.Role> own(PortalId portal) {
        return roles.in(portal).stream()
                .filter(role -> role.title().isPresent())
                .toList();
    }

    @Override
    public List<String> apply(PortalId portal, RoleText[] wanted, Caller by) {
        Items.requireOnce("/title", wanted, role -> NameKey.of(role.title().strip()));
        Items.each(wanted, role -> apply(portal, role, by));
        return List.of();
    }

    private void apply(PortalId portal, RoleText wanted, Caller by) {
        var draft = new RoleDraft(wanted.title(), wanted.everywhere(), wanted.rights());
        Optional<RoleBook.Role> present = own(portal).stream()
                .filter(role -> role.title().equals(Optional.of(wanted.title())))
                .findFirst();
        if (present.isEmpty()) {
            custom.create(portal, draft, by);
        } else if (!present.get().rights().equals(wanted.rights())
                || present.get().everywhere() != wanted.everywhere()) {
            custom.update(portal, present.get().name(), present.get().version(), draft, by);
        }
    }

    @Override
    public void prune(PortalId portal, RoleText[] wanted, Caller by) {
        Set<String> titles = Arrays.stream(wanted).map(RoleText::title).collect(Collectors.toSet());
        own(portal).stream()
                .filter(role -> !titles.contains(role.title().orElseThrow()))
                .forEach(role -> custom.delete(portal, role.name(), by));
    }

    /** A role by its title. */
    public record RoleText(String title, @MayBeAbsent boolean everywhere, @MayBeAbsent Set<Right> rights) {}
}
