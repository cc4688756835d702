/** Names of personal links, and who is behind them. */
@NullMarked
package org.patchbay.click2meet.link;

import org.jspecify.annotations.NullMarked;
