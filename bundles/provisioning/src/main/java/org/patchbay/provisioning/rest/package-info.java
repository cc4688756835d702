/** Phones, softphones and templates over REST. */
@NullMarked
package org.patchbay.provisioning.rest;

import org.jspecify.annotations.NullMarked;
