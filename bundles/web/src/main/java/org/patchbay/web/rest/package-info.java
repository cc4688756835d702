/** Publishing resources through JAX-RS, and what stands between a request and its resource. */
@NullMarked
package org.patchbay.web.rest;

import org.jspecify.annotations.NullMarked;
