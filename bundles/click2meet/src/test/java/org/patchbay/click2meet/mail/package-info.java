/** Tests. */
@NullMarked
package org.patchbay.click2meet.mail;

import org.jspecify.annotations.NullMarked;
