/** Mails in the database. */
@NullMarked
package org.patchbay.mail.store;

import org.jspecify.annotations.NullMarked;
