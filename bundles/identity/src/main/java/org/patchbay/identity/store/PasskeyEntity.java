package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.session.Secret;

@Entity
@Table(name = "PERSON_PASSKEY")
@NullUnmarked // JPA fills the fields
class PasskeyEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String credential;

    @Column(name = "CREDENTIAL_HASH", nullable = false, updatable = false)
    private String credentialHash;

    @Column(name = "CREDENTIAL_DATA", nullable = false, updatable = false)
    private String data;

    @Column(nullable = false)
    private long counter;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(name = "LAST_USED")
    private Long lastUsed;

    protected PasskeyEntity() {}

    static PasskeyEntity of(StoredPasskey passkey) {
        var entity = new PasskeyEntity();
        entity.id = passkey.id();
        entity.portal = passkey.portal().value();
        entity.person = passkey.person().value();
        entity.name = passkey.name();
        entity.credential = passkey.credential();
        entity.credentialHash = hash(passkey.credential());
        entity.data = passkey.data();
        entity.counter = passkey.counter();
        entity.created = Micros.of(passkey.created());
        entity.lastUsed = passkey.lastUsed().map(Micros::of).orElse(null);
        return entity;
    }

    /** A credential's id may be too long for an index. */
    static String hash(String credential) {
        return Secret.hash(credential);
    }

    boolean use(long expected, long next, Instant at) {
        if (counter != expected) {
            return false;
        }
        counter = next;
        lastUsed = Micros.of(at);
        return true;
    }

    void rename(String wanted) {
        name = wanted;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    boolean isOf(PortalId expected, PersonId owner) {
        return isIn(expected) && person.equals(owner.value());
    }

    StoredPasskey toPasskey() {
        return new StoredPasskey(
                id,
                new PortalId(portal),
                new PersonId(person),
                name,
                credential,
                data,
                counter,
                Micros.toInstant(created),
                Optional.ofNullable(lastUsed).map(Micros::toInstant));
    }
}
