/** What visitors leave as a message. */
@NullMarked
package org.patchbay.click2meet.mail;

import org.jspecify.annotations.NullMarked;
