/** Recordings over REST. */
@NullMarked
package org.patchbay.recordings.rest;

import org.jspecify.annotations.NullMarked;
