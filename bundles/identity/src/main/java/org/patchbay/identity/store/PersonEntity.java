package org.patchbay.identity.store;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
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

    /** Unique in the portal; none for who shares an address since before that was refused. */
    @Column(name = "SIGN_IN_EMAIL")
    private String signInEmail;

    @Column(name = "SEARCH_TEXT", nullable = false)
    private String searchText;

    private String phone;

    private String mobile;

    private String extension;

    @Column(nullable = false)
    private String memberships;

    @Column(nullable = false)
    private String roles;

    private String language;

    private String zone;

    @Column(name = "ACTIVE_FROM")
    private String activeFrom;

    @Column(name = "ACTIVE_UNTIL")
    private String activeUntil;

    @Column(nullable = false)
    private String networks;

    @Column(name = "MUST_CHANGE_PASSWORD", nullable = false)
    private short mustChangePassword;

    @Column(name = "QUOTA_MEGABYTES")
    private Integer quotaMegabytes;

    @Column(nullable = false)
    private short enabled;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    @Column(name = "SECOND_FACTOR", nullable = false)
    private short secondFactor;

    private String picture;

    @Column(name = "LAST_SIGN_IN", nullable = false)
    private long lastSignIn;

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
        String wanted = person.email().map(NameCursor::fold).orElse(null);
        if (!Objects.equals(wanted, emailKey)) {
            emailKey = wanted;
            signInEmail = wanted;
        }
        searchText = SearchText.of(person);
        phone = person.phone().orElse(null);
        mobile = person.mobile().orElse(null);
        extension = person.extension().orElse(null);
        memberships = TextList.of(person.memberships().stream()
                .map(membership -> membership.department() + ":" + membership.role())
                .toList());
        roles = TextList.of(new TreeSet<>(person.roles()));
        language = person.language().orElse(null);
        zone = person.zone().orElse(null);
        activeFrom = person.activeFrom().map(LocalDate::toString).orElse(null);
        activeUntil = person.activeUntil().map(LocalDate::toString).orElse(null);
        networks = TextList.of(person.networks());
        mustChangePassword = flag(person.mustChangePassword());
        quotaMegabytes = person.quotaMegabytes().isPresent()
                ? (Integer) person.quotaMegabytes().getAsInt()
                : null;
        enabled = flag(person.enabled());
        revision = person.version();
    }

    boolean isAt(PortalId expected, long version) {
        return isIn(expected) && revision == version;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    void setSecondFactor(boolean present) {
        secondFactor = flag(present);
    }

    void setPassword(String hash, boolean mustChange) {
        passwordHash = hash;
        mustChangePassword = flag(mustChange);
        revision++;
    }

    void removePassword() {
        passwordHash = null;
        mustChangePassword = 0;
        revision++;
    }

    void setPicture(Optional<String> hash) {
        picture = hash.orElse(null);
        revision++;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    Person toPerson() {
        var draft = new PersonDraft(
                login,
                name,
                Optional.ofNullable(email),
                Optional.ofNullable(phone),
                Optional.ofNullable(mobile),
                Optional.ofNullable(extension),
                TextList.read(memberships).stream()
                        .map(PersonEntity::membership)
                        .toList(),
                Set.copyOf(TextList.read(roles)),
                Optional.ofNullable(language),
                Optional.ofNullable(zone),
                Optional.ofNullable(activeFrom).map(LocalDate::parse),
                Optional.ofNullable(activeUntil).map(LocalDate::parse),
                TextList.read(networks),
                mustChangePassword != 0,
                quotaMegabytes == null ? OptionalInt.empty() : OptionalInt.of(quotaMegabytes),
                Optional.empty(),
                enabled != 0);
        var person = Person.of(new PersonId(id), new PortalId(portal), draft, Micros.toInstant(created), revision)
                .with(passwordHash != null, secondFactor != 0, Optional.ofNullable(picture));
        return lastSignIn == 0 ? person : person.signedIn(Micros.toInstant(lastSignIn));
    }

    /** The departments in a column of memberships, each once. */
    static Set<DepartmentId> departments(String memberships) {
        return TextList.read(memberships).stream()
                .map(text -> membership(text).department())
                .collect(Collectors.toSet());
    }

    private static Membership membership(String text) {
        int colon = text.indexOf(':');
        return new Membership(new DepartmentId(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static short flag(boolean value) {
        return (short) (value ? 1 : 0);
    }
}
