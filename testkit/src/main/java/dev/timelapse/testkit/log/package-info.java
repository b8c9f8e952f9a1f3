/**
 * Puts what the system under test logs on the recording, through the logging library's own ways.
 */
@NullMarked
package dev.timelapse.testkit.log;

import org.jspecify.annotations.NullMarked;
