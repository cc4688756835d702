/** What callers hear and press at a mailbox. */
@NullMarked
package org.patchbay.voicemail.phone;

import org.jspecify.annotations.NullMarked;
