/** The outbox: mails written from templates, queued in the database, delivered over SMTP. */
@NullMarked
package org.patchbay.mail;

import org.jspecify.annotations.NullMarked;
