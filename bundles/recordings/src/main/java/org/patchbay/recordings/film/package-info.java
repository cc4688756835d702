/**
 * The media of recordings: each source in a file of its own, written from the packets that a bridge forwards, and what is
 * made of those files afterwards. All files of a recording are in one folder; see {@link
 * org.patchbay.recordings.film.TrackList} for their names.
 */
@NullMarked
package org.patchbay.recordings.film;

import org.jspecify.annotations.NullMarked;
