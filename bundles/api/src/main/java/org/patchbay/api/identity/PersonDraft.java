package org.patchbay.api.identity;

import java.util.Optional;
import java.util.Set;

/** What an administrator chooses of a person; the fields as in {@link Person}. */
public record PersonDraft(
        String login,
        String name,
        Optional<String> email,
        Set<String> roles,
        Optional<String> language,
        boolean enabled) {}
