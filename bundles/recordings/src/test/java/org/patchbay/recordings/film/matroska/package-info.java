@NullMarked
package org.patchbay.recordings.film.matroska;

import org.jspecify.annotations.NullMarked;
