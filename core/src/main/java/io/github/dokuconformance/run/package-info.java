/** What can be judged only over a whole run of exchanges, in bounded memory. */
@NullMarked
package io.github.dokuconformance.run;

import org.jspecify.annotations.NullMarked;
