/** Registrations in the database. */
@NullMarked
package org.patchbay.sip.store;

import org.jspecify.annotations.NullMarked;
