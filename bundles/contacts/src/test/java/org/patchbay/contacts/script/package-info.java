@NullMarked
package org.patchbay.contacts.script;

import org.jspecify.annotations.NullMarked;
