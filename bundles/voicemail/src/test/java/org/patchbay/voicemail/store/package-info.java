@NullMarked
package org.patchbay.voicemail.store;

import org.jspecify.annotations.NullMarked;
