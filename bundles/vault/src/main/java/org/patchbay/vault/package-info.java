/** Encrypts what rests in the database, and keeps the keys outside of it. */
@NullMarked
package org.patchbay.vault;

import org.jspecify.annotations.NullMarked;
