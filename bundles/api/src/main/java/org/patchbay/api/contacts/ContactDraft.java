package org.patchbay.api.contacts;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PutBack;

/**
 * What can be chosen of a contact; the fields as in {@link Contact}.
 *
 * @param groups a name that no group has yet makes one
 */
@PutBack(Contact.class)
public record ContactDraft(
        Visibility visibility,
        String name,
        Optional<String> company,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> mobile,
        Optional<String> extension,
        Optional<String> language,
        Optional<String> notes,
        Optional<List<String>> groups) {}
