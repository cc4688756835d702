/** Voicemail: messages that callers leave, and their mailboxes. */
@NullMarked
package org.patchbay.voicemail;

import org.jspecify.annotations.NullMarked;
