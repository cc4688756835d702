package org.patchbay.recordings.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;

/** Keeps which files must go from the storage; a portal that is erased leaves what is still there. Thread-safe. */
public interface DeletionStore {

    /** These files go once the recording is no more; one that is kept already is due anew. */
    void add(PortalId portal, RecordingId recording, Collection<String> files, Instant due);

    /** These files stay, or are gone. */
    void remove(PortalId portal, RecordingId recording, Collection<String> files);

    /** Those of every portal that are due and whose recording is no more, the longest due first. */
    List<Deletion> due(Instant now, int limit);

    /** The file is tried again. */
    void postpone(Deletion deletion, int tries, Instant due);
}
