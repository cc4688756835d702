/** Plugins over REST. */
@NullMarked
package org.patchbay.plugins.rest;

import org.jspecify.annotations.NullMarked;
