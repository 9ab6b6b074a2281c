/** What a check finds: stable codes, severities, places and facts; text is made last. */
@NullMarked
package io.github.dokuconformance.finding;

import org.jspecify.annotations.NullMarked;
