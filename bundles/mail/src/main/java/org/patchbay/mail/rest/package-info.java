/** The outbox over REST. */
@NullMarked
package org.patchbay.mail.rest;

import org.jspecify.annotations.NullMarked;
