/** Notifications to the merchant's URL, with the schedule of retries. */
@NullMarked
package io.github.dokuconformance.sandbox.notification;

import org.jspecify.annotations.NullMarked;
