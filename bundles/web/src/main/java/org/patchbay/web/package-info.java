/** The web front: from a request to its portal and caller, to the resources, channels and files that slices offer. */
@NullMarked
package org.patchbay.web;

import org.jspecify.annotations.NullMarked;
