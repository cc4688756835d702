/** YAML to records and back, with the line of everything. */
@NullMarked
package org.patchbay.blueprint.yaml;

import org.jspecify.annotations.NullMarked;
