package org.patchbay.vault.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "PERSON_KEY")
@NullUnmarked // JPA fills the fields
class PersonKeyEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    private String sealed;

    protected PersonKeyEntity() {}

    PersonKeyStore.Kept toKept() {
        return new PersonKeyStore.Kept(Optional.ofNullable(sealed));
    }

    void destroy() {
        sealed = null;
    }
}
