@NullMarked
package org.patchbay.voicemail.mail;

import org.jspecify.annotations.NullMarked;
