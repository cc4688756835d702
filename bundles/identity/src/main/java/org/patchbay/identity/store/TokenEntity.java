package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;

@Entity
@Table(name = "PERSON_TOKEN")
@NullUnmarked // JPA fills the fields
class TokenEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(name = "SECRET_HASH", nullable = false, updatable = false)
    private String secretHash;

    /** Names joined by commas, as are the networks: few, and only ever read together. */
    @Column(nullable = false, updatable = false)
    private String scopes;

    @Column(nullable = false, updatable = false)
    private String networks;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(nullable = false, updatable = false)
    private long expires;

    @Column(name = "LAST_USED")
    private Long lastUsed;

    @Column(name = "LAST_ADDRESS")
    private String lastAddress;

    protected TokenEntity() {}

    static TokenEntity of(StoredToken token) {
        var entity = new TokenEntity();
        entity.id = token.id();
        entity.portal = token.portal().value();
        entity.person = token.person().value();
        entity.name = token.name();
        entity.secretHash = token.secretHash();
        entity.scopes = token.scopes().stream().map(Right::name).sorted().collect(Collectors.joining(","));
        entity.networks = String.join(",", token.networks());
        entity.created = Micros.of(token.created());
        entity.expires = Micros.of(token.expires());
        entity.lastUsed = token.lastUsed().map(Micros::of).orElse(null);
        entity.lastAddress = token.lastAddress().orElse(null);
        return entity;
    }

    String id() {
        return id;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    boolean isOf(PortalId expected, PersonId owner) {
        return isIn(expected) && person.equals(owner.value());
    }

    void use(Instant at, String address) {
        lastUsed = Micros.of(at);
        lastAddress = address;
    }

    StoredToken toToken() {
        return new StoredToken(
                id,
                new PortalId(portal),
                new PersonId(person),
                name,
                secretHash,
                scopes(),
                networks.isEmpty() ? List.of() : List.of(networks.split(",")),
                Micros.toInstant(created),
                Micros.toInstant(expires),
                Optional.ofNullable(lastUsed).map(Micros::toInstant),
                Optional.ofNullable(lastAddress));
    }

    /** A right that is no more is given to nobody. */
    private Set<Right> scopes() {
        Set<String> names = Set.of(scopes.split(","));
        return Arrays.stream(Right.values())
                .filter(right -> names.contains(right.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
