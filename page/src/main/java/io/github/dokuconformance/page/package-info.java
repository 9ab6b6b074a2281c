/** The diagnosis as the browser's page calls it, and what it lacks there of the Java platform. */
@NullMarked
package io.github.dokuconformance.page;

import org.jspecify.annotations.NullMarked;
