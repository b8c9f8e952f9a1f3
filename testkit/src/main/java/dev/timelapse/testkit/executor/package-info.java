/**
 * What is below a virtual executor: its queue, its workers and its tasks; and futures that wait in
 * virtual time. Not exported.
 */
@NullMarked
package dev.timelapse.testkit.executor;

import org.jspecify.annotations.NullMarked;
