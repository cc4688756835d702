/** The REST resources of personal links and rings. */
@NullMarked
package org.patchbay.click2meet.rest;

import org.jspecify.annotations.NullMarked;
