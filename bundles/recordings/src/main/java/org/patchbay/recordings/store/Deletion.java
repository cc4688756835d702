package org.patchbay.recordings.store;

import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;

/**
 * A file that must go from the storage. Immutable.
 *
 * @param file its name, such as {@code 2.webm}
 * @param tries how often it was tried in vain
 */
public record Deletion(PortalId portal, RecordingId recording, String file, int tries) {}
