package dev.timelapse.scheduler.cron;

import static com.cronutils.model.definition.CronDefinitionBuilder.instanceDefinitionFor;

import com.cronutils.model.CronType;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;

/** Other people's calculators of cron expressions. */
enum Oracle {
  /** Quartz, which has one dialect. */
  QUARTZ_ITSELF {
    @Override
    Instant next(String expression, ZoneId zone, Instant after) {
      try {
        var cron = new org.quartz.CronExpression(expression);
        cron.setTimeZone(TimeZone.getTimeZone(zone));
        Date next = cron.getNextValidTimeAfter(Date.from(after));
        return next == null ? null : next.toInstant();
      } catch (ParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
  },

  /** Spring, which puts a second before five fields much like those of the unix dialect. */
  SPRING {
    @Override
    Instant next(String expression, ZoneId zone, Instant after) {
      var cron = org.springframework.scheduling.support.CronExpression.parse(expression);
      ZonedDateTime next = cron.next(after.atZone(zone));
      return next == null ? null : next.toInstant();
    }
  },

  /** The unix dialect of cron-utils. */
  CRON_UTILS {
    @Override
    Instant next(String expression, ZoneId zone, Instant after) {
      return cronUtils(CronType.UNIX, expression, zone, after);
    }
  },

  /** The quartz dialect of cron-utils. */
  CRON_UTILS_QUARTZ {
    @Override
    Instant next(String expression, ZoneId zone, Instant after) {
      return cronUtils(CronType.QUARTZ, expression, zone, after);
    }
  };

  private static final Map<CronType, CronParser> PARSERS =
      Map.of(
          CronType.UNIX, new CronParser(instanceDefinitionFor(CronType.UNIX)),
          CronType.QUARTZ, new CronParser(instanceDefinitionFor(CronType.QUARTZ)));

  /**
   * Returns the first firing after an instant, or null.
   *
   * @throws IllegalArgumentException if the oracle does not take the expression
   */
  abstract Instant next(String expression, ZoneId zone, Instant after);

  private static Instant cronUtils(CronType type, String text, ZoneId zone, Instant after) {
    var cron = PARSERS.get(type).parse(text);
    return ExecutionTime.forCron(cron)
        .nextExecution(after.atZone(zone))
        .map(ZonedDateTime::toInstant)
        .orElse(null);
  }
}
