package org.patchbay.api.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.patchbay.api.PortalId;

/**
 * Somebody with an account in a portal. Immutable.
 *
 * @param login unique in the portal, at most 64 characters, compared without case
 * @param extension the internal number
 * @param memberships roles held in departments; the first department is the main one, whose office hours and time zone
 *     apply; never empty
 * @param roles names or ids of the roles held everywhere in the portal, such as {@code system-owner}
 * @param language empty for the portal's
 * @param zone an IANA time zone, empty for the main department's
 * @param activeFrom no sign-in before this day, in the person's zone
 * @param activeUntil no sign-in after this day, in the person's zone
 * @param networks in CIDR notation, from which alone the person may sign in; empty for everywhere
 * @param quotaMegabytes of storage, empty for the portal's
 * @param status as of now
 * @param pendingReason of who is pending
 * @param hasPassword false until the set-password link was used, and for who signs in by other means
 * @param secondFactor whether signing in takes more than a password
 * @param picture the hash of its content, under which it is served
 * @param lastSignIn when the person signed in last
 * @param version grows with each change; the ETag of the resource
 */
public record Person(
        PersonId id,
        PortalId portal,
        String login,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> mobile,
        Optional<String> extension,
        List<Membership> memberships,
        Set<String> roles,
        Optional<String> language,
        Optional<String> zone,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeUntil,
        List<String> networks,
        boolean mustChangePassword,
        OptionalInt quotaMegabytes,
        boolean enabled,
        PersonStatus status,
        Optional<PendingReason> pendingReason,
        boolean hasPassword,
        boolean secondFactor,
        Optional<String> picture,
        Optional<Instant> lastSignIn,
        Instant created,
        long version) {

    public Person {
        memberships = List.copyOf(memberships);
        roles = Set.copyOf(roles);
        networks = List.copyOf(networks);
    }

    /** A person as drafted, without password, second factor and picture. */
    public static Person of(PersonId id, PortalId portal, PersonDraft draft, Instant created, long version) {
        return new Person(
                id,
                portal,
                draft.login(),
                draft.name(),
                draft.email(),
                draft.phone(),
                draft.mobile(),
                draft.extension(),
                draft.memberships(),
                draft.roles(),
                draft.language(),
                draft.zone(),
                draft.activeFrom(),
                draft.activeUntil(),
                draft.networks(),
                draft.mustChangePassword(),
                draft.quotaMegabytes(),
                draft.enabled(),
                draft.enabled() ? PersonStatus.ACTIVE : PersonStatus.DISABLED,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                created,
                version);
    }

    /** What an administrator chose of the person. */
    public PersonDraft draft() {
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
                Optional.empty(),
                enabled);
    }

    /** The same person as drafted anew; password, second factor, picture and last sign-in stay. */
    public Person with(PersonDraft draft, long newVersion) {
        return of(id, portal, draft, created, newVersion)
                .copy(
                        draft.enabled() ? PersonStatus.ACTIVE : PersonStatus.DISABLED,
                        Optional.empty(),
                        hasPassword,
                        secondFactor,
                        picture,
                        lastSignIn);
    }

    /** The same person with these means of signing in and this picture. */
    public Person with(boolean password, boolean factor, Optional<String> newPicture) {
        return copy(status, pendingReason, password, factor, newPicture, lastSignIn);
    }

    /** The same person with this status. */
    public Person with(PersonStatus now) {
        return copy(now, Optional.empty(), hasPassword, secondFactor, picture, lastSignIn);
    }

    /** The same person, pending. */
    public Person pending(PendingReason reason) {
        return copy(PersonStatus.PENDING, Optional.of(reason), hasPassword, secondFactor, picture, lastSignIn);
    }

    /** The same person, who signed in at this moment. */
    public Person signedIn(Instant at) {
        return copy(status, pendingReason, hasPassword, secondFactor, picture, Optional.of(at));
    }

    /** Whether there is a way to sign in: whoever came in without a password has another, such as a passkey. */
    public boolean canSignIn() {
        return hasPassword || lastSignIn.isPresent();
    }

    /** Whether the status lets the person in, be it by setting a first password. */
    public boolean mayEnter() {
        return status == PersonStatus.ACTIVE || pendingReason.equals(Optional.of(PendingReason.NO_PASSWORD));
    }

    private Person copy(
            PersonStatus now,
            Optional<PendingReason> reason,
            boolean password,
            boolean factor,
            Optional<String> newPicture,
            Optional<Instant> signedIn) {
        return new Person(
                id,
                portal,
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
                enabled,
                now,
                reason,
                password,
                factor,
                newPicture,
                signedIn,
                created,
                version);
    }
}
