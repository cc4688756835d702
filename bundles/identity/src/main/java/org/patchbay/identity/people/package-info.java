/** The people of a portal, their roles, and the one place where access is decided. */
@NullMarked
package org.patchbay.identity.people;

import org.jspecify.annotations.NullMarked;
