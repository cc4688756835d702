/** The declared event types, their data as JSON, and its schemas. */
@NullMarked
package org.patchbay.events.types;

import org.jspecify.annotations.NullMarked;
