/** Sound as samples: 8,000 a second, 16 bits, one channel; codecs, tones, buffers and files. */
@NullMarked
package org.patchbay.phonemedia.sound;

import org.jspecify.annotations.NullMarked;
