package org.patchbay.spi.meetings;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Knows by which telephone numbers meetings are reached. Without one, rooms have no numbers. Thread-safe. */
@ConsumerType
public interface PhoneAccess {

    /** What is called, from outside first; empty where the portal has no way in by telephone. Answers from memory. */
    List<String> numbers(PortalId portal);
}
