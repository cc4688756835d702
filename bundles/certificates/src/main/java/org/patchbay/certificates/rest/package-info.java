/** Certificates over REST. */
@NullMarked
package org.patchbay.certificates.rest;

import org.jspecify.annotations.NullMarked;
