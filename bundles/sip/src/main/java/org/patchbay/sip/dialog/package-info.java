/** Dialogs and the legs made of them (RFC 3261, sections 12 to 15). */
@NullMarked
package org.patchbay.sip.dialog;

import org.jspecify.annotations.NullMarked;
