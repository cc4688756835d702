package org.patchbay.identity.store;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON")
@NullUnmarked // JPA fills the fields
class PersonEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String login;

    @Column(name = "LOGIN_KEY", nullable = false)
    private String loginKey;

    @Column(nullable = false)
    private String name;

    @Column(name = "SORT_NAME", nullable = false)
    private String sortName;

    private String email;

    @Column(name = "EMAIL_KEY")
    private String emailKey;

    @Column(name = "SEARCH_TEXT", nullable = false)
    private String searchText;

    /** Names without commas, joined by commas: few, and only ever read together. */
    @Column(nullable = false)
    private String roles;

    private String language;

    @Column(nullable = false)
    private short enabled;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(nullable = false)
    private long revision;

    protected PersonEntity() {}

    static PersonEntity of(Person person) {
        var entity = new PersonEntity();
        entity.id = person.id().value();
        entity.portal = person.portal().value();
        entity.created = Micros.of(person.created());
        entity.write(person);
        return entity;
    }

    void write(Person person) {
        login = person.login();
        loginKey = NameCursor.fold(person.login());
        name = person.name();
        sortName = NameCursor.fold(person.name());
        email = person.email().orElse(null);
        emailKey = person.email().map(NameCursor::fold).orElse(null);
        searchText = sortName
                + '\n'
                + loginKey
                + '\n'
                + person.email().map(NameCursor::fold).orElse("");
        roles = String.join(",", new TreeSet<>(person.roles()));
        language = person.language().orElse(null);
        enabled = (short) (person.enabled() ? 1 : 0);
        revision = person.version();
    }

    boolean isAt(PortalId expected, long version) {
        return isIn(expected) && revision == version;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
        revision++;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    Person toPerson() {
        return new Person(
                new PersonId(id),
                new PortalId(portal),
                login,
                name,
                Optional.ofNullable(email),
                roles.isEmpty() ? Set.of() : Set.of(roles.split(",")),
                Optional.ofNullable(language),
                enabled != 0,
                passwordHash != null,
                Micros.toInstant(created),
                revision);
    }
}
