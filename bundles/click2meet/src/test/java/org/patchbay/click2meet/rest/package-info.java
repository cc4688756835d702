/** Tests. */
@NullMarked
package org.patchbay.click2meet.rest;

import org.jspecify.annotations.NullMarked;
