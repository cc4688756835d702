/** The audit over HTTP. */
@NullMarked
package org.patchbay.audit.rest;

import org.jspecify.annotations.NullMarked;
