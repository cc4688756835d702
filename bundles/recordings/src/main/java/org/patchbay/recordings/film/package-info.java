/**
 * The media of recordings: each source in a file of its own, written from the packets that a bridge forwards, and what is
 * made of those files afterwards. All files of a recording are in one folder; see {@link
 * org.patchbay.recordings.film.TrackList} for their names.
 *
 * <ul>
 *   <li><b>Tracks.</b> A {@link org.patchbay.recordings.film.TrackWriter} hears a conference. Packets are put in order, frames
 *       together ({@code film.rtp}), and written as they were sent ({@code film.matroska}); of a simulcast camera the highest layer
 *       that is sent. Files have the time of the recording's start in their name and clusters of a second in them. Beside a voice is
 *       a file of how loud it was.
 *   <li><b>Sound.</b> {@link org.patchbay.recordings.film.MixedSound} decodes all voices side by side and encodes their sum.
 *   <li><b>Film.</b> {@link org.patchbay.recordings.film.FilmMaker} looks who showed what when ({@code Shown}) and who spoke ({@code
 *       Turn}), cuts that into scenes ({@code Direction}), has ffmpeg make each ({@code Stage}) and joins them with the sound.
 * </ul>
 */
@NullMarked
package org.patchbay.recordings.film;

import org.jspecify.annotations.NullMarked;
