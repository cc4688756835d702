/** Phones and templates in the database. */
@NullMarked
package org.patchbay.provisioning.store;

import org.jspecify.annotations.NullMarked;
