package org.patchbay.spi.identity;

import java.util.Optional;

/**
 * Somebody in a directory. Immutable; its text form hides the particulars.
 *
 * @param id stays the same whatever changes, also name, login and place in the directory; at most 200 characters
 * @param login as the directory writes it
 */
public record DirectoryPerson(String id, String login, String name, Optional<String> email, Optional<String> phone) {

    @Override
    public String toString() {
        return "DirectoryPerson[" + id + "]";
    }
}
