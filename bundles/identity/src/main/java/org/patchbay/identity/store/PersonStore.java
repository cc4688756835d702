package org.patchbay.identity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/**
 * Keeps people and the hashes of their passwords. The status it answers knows nothing of dates; {@code PersonStatuses}
 * does. Called inside a unit of work. Thread-safe.
 */
public interface PersonStore {

    /** Writes a new person, without a password; a login or internal number that somebody has is a conflict. */
    void insert(Person person);

    /** Writes new people and keeps none of them in memory. */
    void insertAll(List<Person> people);

    /** The person, whom nobody else changes or finds so until the unit of work ends. */
    Optional<Person> lock(PortalId portal, PersonId id);

    /** Writes the hash of the picture and raises the version. */
    void setPicture(PortalId portal, PersonId id, Optional<String> hash);

    /** Which of these addresses, in lower case, somebody has, as a login or for mails. */
    Set<String> takenAddresses(PortalId portal, Set<String> addresses);

    /** Which of these internal numbers somebody has. */
    Set<String> takenExtensions(PortalId portal, Set<String> numbers);

    /** The time zones that people have of their own. */
    Set<String> zones(PortalId portal);

    /** Writes what the draft holds if the present version is the one before; answers whether it was. */
    boolean update(Person person);

    /** Deletes the person with picture, attributes and storage count; answers whether there was one. */
    boolean delete(PortalId portal, PersonId id);

    Optional<Person> find(PortalId portal, PersonId id);

    /** The names of those of them who are there, by id. */
    Map<String, String> names(PortalId portal, Set<String> ids);

    /** By login, compared without case. */
    Optional<Person> findByLogin(PortalId portal, String login);

    /** Everybody with this address, compared without case; at most two are found. */
    List<Person> findByEmail(PortalId portal, String email);

    /** Everybody who holds this role everywhere, by id; kept from changing until the unit of work ends. */
    List<Person> holders(PortalId portal, String role);

    /** Enabled people of every portal whose last day is one of these, by id after this one. */
    List<Person> ending(LocalDate from, LocalDate until, Optional<PersonId> after, int limit);

    /** Whether somebody holds the role, everywhere or in a department. */
    boolean hasRole(PortalId portal, String role);

    /** Whether somebody is in the department. */
    boolean hasMembers(PortalId portal, DepartmentId department);

    /** How many people are in each department; those without any are left out. */
    Map<DepartmentId, Integer> memberCounts(PortalId portal);

    /** People in the order of the query, with their number. */
    Page<Person> list(PortalId portal, PersonSelection selection, PageRequest page);

    Optional<String> passwordHash(PortalId portal, PersonId id);

    /** Writes the hash and raises the version; answers whether there is such a person. */
    default boolean setPasswordHash(PortalId portal, PersonId id, String hash) {
        return setPassword(portal, id, hash, false);
    }

    /** Writes the hash, and whether it is to be changed at the next sign-in, and raises the version. */
    boolean setPassword(PortalId portal, PersonId id, String hash, boolean mustChange);

    /** Takes the password away and raises the version; answers whether there is such a person. */
    boolean removePassword(PortalId portal, PersonId id);

    /** Writes whether signing in takes more than a password. */
    void setSecondFactor(PortalId portal, PersonId id, boolean present);

    /** Writes when the person signed in last; the version stays. */
    void signedIn(PortalId portal, PersonId id, Instant at);

    /** Deletes everybody of the portal. */
    void erase(PortalId portal);
}
