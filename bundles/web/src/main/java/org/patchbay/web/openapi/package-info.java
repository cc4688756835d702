/** The description of every operation as OpenAPI 3. */
@NullMarked
package org.patchbay.web.openapi;

import org.jspecify.annotations.NullMarked;
