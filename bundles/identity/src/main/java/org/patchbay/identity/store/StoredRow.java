package org.patchbay.identity.store;

import java.util.Optional;
import org.patchbay.identity.imports.ImportRow;

/**
 * A row of an import as it is kept.
 *
 * @param login in the spelling in which logins are compared, by which rows of the same login find each other
 * @param email the same for e-mail addresses, which may be the login of another row
 * @param extension the same for internal numbers
 */
public record StoredRow(ImportRow row, Optional<String> login, Optional<String> email, Optional<String> extension) {}
