@NullMarked
package org.patchbay.voicemail.file;

import org.jspecify.annotations.NullMarked;
