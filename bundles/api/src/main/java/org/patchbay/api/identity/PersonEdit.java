package org.patchbay.api.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Changes a draft field by field: {@code draft.edit().name("Ada").enabled(false).done()}. For one thread. */
public final class PersonEdit {

    private String login;
    private String name;
    private Optional<String> email;
    private Optional<String> phone;
    private Optional<String> mobile;
    private Optional<String> extension;
    private List<Membership> memberships;
    private Set<String> roles;
    private Optional<String> language;
    private Optional<String> zone;
    private Optional<LocalDate> activeFrom;
    private Optional<LocalDate> activeUntil;
    private List<String> networks;
    private boolean mustChangePassword;
    private OptionalInt quotaMegabytes;
    private Optional<String> password;
    private boolean enabled;

    PersonEdit(PersonDraft draft) {
        login = draft.login();
        name = draft.name();
        email = draft.email();
        phone = draft.phone();
        mobile = draft.mobile();
        extension = draft.extension();
        memberships = draft.memberships();
        roles = draft.roles();
        language = draft.language();
        zone = draft.zone();
        activeFrom = draft.activeFrom();
        activeUntil = draft.activeUntil();
        networks = draft.networks();
        mustChangePassword = draft.mustChangePassword();
        quotaMegabytes = draft.quotaMegabytes();
        password = draft.password();
        enabled = draft.enabled();
    }

    public PersonEdit login(String value) {
        login = value;
        return this;
    }

    public PersonEdit name(String value) {
        name = value;
        return this;
    }

    public PersonEdit email(Optional<String> value) {
        email = value;
        return this;
    }

    public PersonEdit phone(Optional<String> value) {
        phone = value;
        return this;
    }

    public PersonEdit mobile(Optional<String> value) {
        mobile = value;
        return this;
    }

    public PersonEdit extension(Optional<String> value) {
        extension = value;
        return this;
    }

    public PersonEdit memberships(List<Membership> value) {
        memberships = value;
        return this;
    }

    public PersonEdit roles(Set<String> value) {
        roles = value;
        return this;
    }

    public PersonEdit language(Optional<String> value) {
        language = value;
        return this;
    }

    public PersonEdit zone(Optional<String> value) {
        zone = value;
        return this;
    }

    public PersonEdit activeFrom(Optional<LocalDate> value) {
        activeFrom = value;
        return this;
    }

    public PersonEdit activeUntil(Optional<LocalDate> value) {
        activeUntil = value;
        return this;
    }

    public PersonEdit networks(List<String> value) {
        networks = value;
        return this;
    }

    public PersonEdit mustChangePassword(boolean value) {
        mustChangePassword = value;
        return this;
    }

    public PersonEdit quotaMegabytes(OptionalInt value) {
        quotaMegabytes = value;
        return this;
    }

    public PersonEdit password(Optional<String> value) {
        password = value;
        return this;
    }

    public PersonEdit enabled(boolean value) {
        enabled = value;
        return this;
    }

    /** The draft as it is now. */
    public PersonDraft done() {
        return new PersonDraft(
                login,
                name,
                email,
                phone,
                mobile,
                extension,
                memberships,
                roles,
                language,
                zone,
                activeFrom,
                activeUntil,
                networks,
                mustChangePassword,
                quotaMegabytes,
                password,
                enabled);
    }
}
