/**
 * ArchUnit rules that find where a program reads real time, which a timeline does not reach. For
 * those who have {@code com.tngtech.archunit} 1.x among their own dependencies.
 */
@NullMarked
package dev.timelapse.testkit.archunit;

import org.jspecify.annotations.NullMarked;
