/** What is played: sentences in four languages, tones, music and files. */
@NullMarked
package org.patchbay.phonemedia.prompts;

import org.jspecify.annotations.NullMarked;
