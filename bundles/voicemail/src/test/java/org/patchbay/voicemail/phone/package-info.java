@NullMarked
package org.patchbay.voicemail.phone;

import org.jspecify.annotations.NullMarked;
