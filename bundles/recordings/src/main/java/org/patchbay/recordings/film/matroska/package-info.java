/** Writes, reads and mends Matroska and WebM files (RFC 9559) of one track, in EBML (RFC 8794). */
@NullMarked
package org.patchbay.recordings.film.matroska;

import org.jspecify.annotations.NullMarked;
