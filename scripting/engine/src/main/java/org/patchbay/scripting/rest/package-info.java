/** Scripts over REST. */
@NullMarked
package org.patchbay.scripting.rest;

import org.jspecify.annotations.NullMarked;
