package org.patchbay.api.phonemedia;

import org.osgi.annotation.versioning.ProviderType;

/** A conference: who is in hears all others who may speak. Thread-safe. */
@ProviderType
public interface Mixer {

    /** Takes a port in; it leaves whatever it was connected to. */
    void join(MediaPort port, Ear ear);

    /** Changes what a port in it may do; one that is not in is ignored. */
    void change(MediaPort port, Ear ear);

    /** Ends it; the ports stay open. */
    void close();

    /** What one who is in may do. */
    enum Ear {
        /** Speaks and hears. */
        SPEAKS,
        /** Hears alone, unheard. */
        LISTENS,
        /** Is heard by those alone that joined as {@link #COACHED}; hears everybody. */
        WHISPERS,
        /** Speaks and hears, whisperers too. */
        COACHED
    }
}
