/**
 * What is outside of the system under test: mocks and fakes whose calls stand on the timeline, take
 * their time, and fail when the test says so.
 */
@NullMarked
package dev.timelapse.testkit.outside;

import org.jspecify.annotations.NullMarked;
