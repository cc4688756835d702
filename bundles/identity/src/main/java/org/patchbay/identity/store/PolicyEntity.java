package org.patchbay.identity.store;

import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "PORTAL_SIGN_IN")
@NullUnmarked // JPA fills the fields
class PolicyEntity {

    @Id
    private String portal;

    @Column(name = "SECOND_FACTOR", nullable = false)
    private String secondFactor;

    /** Names without commas, joined by commas. */
    @Column(nullable = false)
    private String roles;

    @Column(name = "LONGEST_PASSWORD", nullable = false)
    private int longestPassword;

    @Column(nullable = false)
    private long revision;

    protected PolicyEntity() {}

    static PolicyEntity of(StoredPolicy policy) {
        var entity = new PolicyEntity();
        entity.portal = policy.portal().value();
        entity.write(policy);
        return entity;
    }

    void write(StoredPolicy policy) {
        secondFactor = policy.secondFactor();
        roles = String.join(",", new TreeSet<>(policy.roles()));
        longestPassword = policy.longestPassword();
        revision = policy.version();
    }

    boolean isAt(long version) {
        return revision == version;
    }

    StoredPolicy toPolicy() {
        return new StoredPolicy(
                new PortalId(portal),
                secondFactor,
                roles.isEmpty() ? Set.of() : Set.of(roles.split(",")),
                longestPassword,
                revision);
    }
}
