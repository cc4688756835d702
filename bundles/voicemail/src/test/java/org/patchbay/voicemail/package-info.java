@NullMarked
package org.patchbay.voicemail;

import org.jspecify.annotations.NullMarked;
