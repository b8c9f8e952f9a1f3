package dev.timelapse.samples.bugs.token;

import java.time.Instant;

/** A token, and the first instant at which it is not valid any more. */
record Token(String value, Instant expires) {}
