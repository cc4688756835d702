@NullMarked
package org.patchbay.blueprint.yaml;

import org.jspecify.annotations.NullMarked;
