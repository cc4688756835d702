/** The keys of people, each sealed by the server's key. */
@NullMarked
package org.patchbay.vault.store;

import org.jspecify.annotations.NullMarked;
