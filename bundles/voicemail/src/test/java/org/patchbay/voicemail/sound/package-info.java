@NullMarked
package org.patchbay.voicemail.sound;

import org.jspecify.annotations.NullMarked;
