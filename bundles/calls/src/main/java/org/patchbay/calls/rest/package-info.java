/** Calls by REST. */
@NullMarked
package org.patchbay.calls.rest;

import org.jspecify.annotations.NullMarked;
