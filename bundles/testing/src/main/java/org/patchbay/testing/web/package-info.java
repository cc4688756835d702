/** The contract of REST resources. */
@NullMarked
package org.patchbay.testing.web;

import org.jspecify.annotations.NullMarked;
