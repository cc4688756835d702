/** The sound of calls: descriptions, RTP and SRTP, keys, prompts, recordings and conferences. */
@NullMarked
package org.patchbay.phonemedia;

import org.jspecify.annotations.NullMarked;
