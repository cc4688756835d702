package org.patchbay.identity.store;

import java.util.List;
import java.util.Optional;
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

    /** Writes a new person, without a password. */
    void insert(Person person);

    /** Writes what the draft holds if the present version is the one before; answers whether it was. */
    boolean update(Person person);

    /** Answers whether there was one. */
    boolean delete(PortalId portal, PersonId id);

    Optional<Person> find(PortalId portal, PersonId id);

    /** By login, compared without case. */
    Optional<Person> findByLogin(PortalId portal, String login);

    /** Everybody with this address, compared without case; at most two are found. */
    List<Person> findByEmail(PortalId portal, String email);

    /** Everybody who holds this role everywhere, by id; kept from changing until the unit of work ends. */
    List<Person> holders(PortalId portal, String role);

    /** Whether somebody is in the department. */
    boolean hasMembers(PortalId portal, DepartmentId department);

    /** By name; the text is looked for in name, login and address. */
    Page<Person> list(PortalId portal, Optional<String> text, PageRequest page);

    Optional<String> passwordHash(PortalId portal, PersonId id);

    /** Writes the hash and raises the version; answers whether there is such a person. */
    boolean setPasswordHash(PortalId portal, PersonId id, String hash);

    /** Deletes everybody of the portal. */
    void erase(PortalId portal);
}
