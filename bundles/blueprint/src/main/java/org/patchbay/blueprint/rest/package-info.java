/** Files of portals over REST. */
@NullMarked
package org.patchbay.blueprint.rest;

import org.jspecify.annotations.NullMarked;
