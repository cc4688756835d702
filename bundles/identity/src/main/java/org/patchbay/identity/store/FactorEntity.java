package org.patchbay.identity.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_FACTOR")
@NullUnmarked // JPA fills the fields
class FactorEntity {

    @Id
    private String person;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private short required;

    private String secret;

    @Column(name = "LAST_STEP", nullable = false)
    private long lastStep;

    protected FactorEntity() {}

    static FactorEntity of(StoredFactor factor) {
        var entity = new FactorEntity();
        entity.person = factor.person().value();
        entity.portal = factor.portal().value();
        entity.write(factor);
        return entity;
    }

    void write(StoredFactor factor) {
        required = (short) (factor.required() ? 1 : 0);
        secret = factor.sealedSecret().orElse(null);
        lastStep = factor.lastStep();
    }

    boolean use(long step) {
        boolean later = step > lastStep;
        lastStep = Math.max(lastStep, step);
        return later;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    StoredFactor toFactor() {
        return new StoredFactor(
                new PortalId(portal), new PersonId(person), required != 0, Optional.ofNullable(secret), lastStep);
    }
}
