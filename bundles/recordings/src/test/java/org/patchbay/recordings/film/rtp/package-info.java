@NullMarked
package org.patchbay.recordings.film.rtp;

import org.jspecify.annotations.NullMarked;
