package dev.timelapse.scheduler;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A user's generator, from which a scheduler draws while it arranges what comes next: one that
 * fails, or answers what it must not, is reported, and 0 stands in for its answer.
 */
record Chance(RandomGenerator source) implements RandomGenerator {

  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  @Override
  public long nextLong(long bound) {
    try {
      long drawn = source.nextLong(bound);
      if (drawn >= 0 && drawn < bound) {
        return drawn;
      }
      LOG.error(
          "generator {} drew {}, which is not from 0 to {}: there is no jitter this time",
          source.getClass().getName(),
          drawn,
          bound - 1);
    } catch (StrandStopped e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.error(
          "generator {} failed: there is no jitter this time", source.getClass().getName(), e);
    }
    return 0;
  }
}
