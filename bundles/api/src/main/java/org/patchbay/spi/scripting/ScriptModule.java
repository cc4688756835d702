package org.patchbay.spi.scripting;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Functions that scripts import from {@code name()}: the public methods marked {@link ScriptFunction}. The first
 * parameter is the portal ({@code PortalId}) or the run ({@link ScriptRun}); the others and the result are records,
 * lists, maps, texts, numbers, booleans, moments or optionals of these, and cross as JSON. Each is a Promise in the
 * script. Called concurrently; may block.
 */
@ConsumerType
public interface ScriptModule {

    /** Such as {@code patchbay/crm}. */
    String name();
}
