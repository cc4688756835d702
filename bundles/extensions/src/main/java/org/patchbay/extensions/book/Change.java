package org.patchbay.extensions.book;

import java.util.List;
import org.patchbay.extensions.store.StoredThing;

/**
 * One change of a portal. Immutable.
 *
 * @param revision how many changes there were with this one
 * @param kept what is new or otherwise
 * @param gone ids of what is there no more
 */
public record Change(long revision, List<StoredThing> kept, List<String> gone) {}
