/** The mail that tells of a message. */
@NullMarked
package org.patchbay.voicemail.mail;

import org.jspecify.annotations.NullMarked;
