/** Tests. */
@NullMarked
package org.patchbay.provisioning.rest;

import org.jspecify.annotations.NullMarked;
