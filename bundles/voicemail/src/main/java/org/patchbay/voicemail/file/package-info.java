/** Mailboxes in the file of a portal. */
@NullMarked
package org.patchbay.voicemail.file;

import org.jspecify.annotations.NullMarked;
