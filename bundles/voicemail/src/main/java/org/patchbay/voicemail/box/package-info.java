/** What a mailbox is. */
@NullMarked
package org.patchbay.voicemail.box;

import org.jspecify.annotations.NullMarked;
