package org.patchbay.identity.store;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;

@Entity
@Table(name = "PORTAL_ROLE")
@NullUnmarked // JPA fills the fields
class RoleEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String title;

    @Column(name = "TITLE_KEY", nullable = false)
    private String titleKey;

    @Column(nullable = false, updatable = false)
    private short everywhere;

    @Column(nullable = false)
    private String rights;

    @Column(nullable = false)
    private long revision;

    protected RoleEntity() {}

    static RoleEntity of(StoredRole role) {
        var entity = new RoleEntity();
        entity.id = role.id();
        entity.portal = role.portal().value();
        entity.everywhere = (short) (role.everywhere() ? 1 : 0);
        entity.write(role);
        return entity;
    }

    void write(StoredRole role) {
        title = role.title();
        titleKey = NameKey.of(title);
        rights = TextList.of(role.rights().stream().sorted().map(Right::name).toList());
        revision = role.version();
    }

    boolean isAt(PortalId expected, long version) {
        return isIn(expected) && revision == version;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    /** A right that later versions know no more is left out. */
    StoredRole toRole() {
        List<String> names = TextList.read(rights);
        Set<Right> known = Arrays.stream(Right.values())
                .filter(right -> names.contains(right.name()))
                .collect(Collectors.toSet());
        return new StoredRole(id, new PortalId(portal), title, everywhere != 0, known, revision);
    }
}
