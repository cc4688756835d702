@NullMarked
package org.patchbay.voicemail.rest;

import org.jspecify.annotations.NullMarked;
