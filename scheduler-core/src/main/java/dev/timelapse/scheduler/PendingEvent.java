package dev.timelapse.scheduler;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One line of {@link Scheduler#pending}.
 *
 * @param name the job's name; for a one-shot, "one-shot: " and the class of its task or, if that is
 *     a lambda expression or a method reference, "task of" and the class in which it stands
 * @param due the instant that the wall clock will show when the event is due, {@link Instant#MAX}
 *     if it never is
 * @param priority which of several goes first that are due at the same time; lower runs first
 * @param recurring whether it is a round of a series, or another attempt at one, rather than
 *     something that happens once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PendingEvent(String name, Instant due, int priority, boolean recurring) {}
