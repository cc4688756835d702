/** Mails that are kept to be looked at, and what every template has to be. */
@NullMarked
package org.patchbay.testing.mail;

import org.jspecify.annotations.NullMarked;
