/** Settings checked against the JSON Schema that a plugin declares. */
@NullMarked
package org.patchbay.plugins.schema;

import org.jspecify.annotations.NullMarked;
