/** Texts from phone to phone: kept until a phone of whom they are for takes them. */
@NullMarked
package org.patchbay.calls.text;

import org.jspecify.annotations.NullMarked;
