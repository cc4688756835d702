/** People and sessions over REST. */
@NullMarked
package org.patchbay.identity.rest;

import org.jspecify.annotations.NullMarked;
