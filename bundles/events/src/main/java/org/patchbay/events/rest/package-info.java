/** The history of a portal and the schemas of events. */
@NullMarked
package org.patchbay.events.rest;

import org.jspecify.annotations.NullMarked;
