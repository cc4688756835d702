package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_SESSION")
@NullUnmarked // JPA fills the fields
class SessionEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SECRET_HASH", nullable = false)
    private String secretHash;

    @Column(updatable = false)
    private String person;

    @Column(updatable = false)
    private String meeting;

    @Column(name = "GUEST_NAME")
    private String guestName;

    @Column(nullable = false)
    private long expires;

    @Column(name = "ENDS_AT", nullable = false)
    private long endsAt;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(name = "LAST_USED", nullable = false)
    private long lastUsed;

    private String address;

    @Column(updatable = false)
    private String device;

    /** Names with blanks between them; null in sessions of before they were kept. */
    @Column(name = "ROLES", updatable = false)
    private String roles;

    protected SessionEntity() {}

    static SessionEntity of(StoredSession session) {
        var entity = new SessionEntity();
        entity.id = session.id();
        entity.portal = session.portal().value();
        entity.secretHash = session.secretHash();
        entity.person = session.person().map(PersonId::value).orElse(null);
        entity.meeting = session.meeting().orElse(null);
        entity.guestName = session.name().orElse(null);
        entity.expires = Micros.of(session.expires());
        entity.endsAt = Micros.of(session.ends());
        entity.created = Micros.of(session.created());
        entity.lastUsed = Micros.of(session.lastUsed());
        entity.address = session.address().orElse(null);
        entity.device = session.device().orElse(null);
        entity.roles = session.roles()
                .map(held -> String.join(" ", new TreeSet<>(held)))
                .orElse(null);
        return entity;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    void renew(StoredSession session) {
        secretHash = session.secretHash();
        guestName = session.name().orElse(null);
        endsAt = Micros.of(session.ends());
        use(session.expires(), session.lastUsed(), session.address().orElse(null));
    }

    void use(Instant until, Instant at, String from) {
        expires = Micros.of(until);
        lastUsed = Micros.of(at);
        address = from;
    }

    String id() {
        return id;
    }

    StoredSession toSession() {
        return new StoredSession(
                id,
                new PortalId(portal),
                secretHash,
                Optional.ofNullable(person).map(PersonId::new),
                Optional.ofNullable(meeting),
                Optional.ofNullable(guestName),
                Micros.toInstant(expires),
                Micros.toInstant(endsAt),
                Micros.toInstant(created),
                Micros.toInstant(lastUsed),
                Optional.ofNullable(address),
                Optional.ofNullable(device),
                Optional.ofNullable(roles).map(SessionEntity::names));
    }

    private static Set<String> names(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
