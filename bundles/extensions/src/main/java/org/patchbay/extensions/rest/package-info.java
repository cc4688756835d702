/** The REST operations of extensions. */
@NullMarked
package org.patchbay.extensions.rest;

import org.jspecify.annotations.NullMarked;
