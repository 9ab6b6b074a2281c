/** Access tokens: those that the sandbox gives as DOKU, and those that a merchant gives DOKU. */
@NullMarked
package io.github.dokuconformance.sandbox.token;

import org.jspecify.annotations.NullMarked;
