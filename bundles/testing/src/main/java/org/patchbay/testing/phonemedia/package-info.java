/** What every phone media must do, and a phone that speaks RTP with it. */
@NullMarked
package org.patchbay.testing.phonemedia;

import org.jspecify.annotations.NullMarked;
