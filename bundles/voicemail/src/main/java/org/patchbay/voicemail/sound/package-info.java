/** Files of messages and greetings. */
@NullMarked
package org.patchbay.voicemail.sound;

import org.jspecify.annotations.NullMarked;
