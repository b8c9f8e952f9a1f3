package dev.timelapse.scheduler.cron;

/** The times of day of an expression, as seconds since midnight on the clock of its zone. */
record TimesOfDay(Values seconds, Values minutes, Values hours) {

  /** The answer when the day has no such time. */
  static final int NONE = -1;

  int first() {
    return time(hours.first(), minutes.first(), seconds.first());
  }

  int last() {
    return time(hours.last(), minutes.last(), seconds.last());
  }

  /** Returns the first time that is not before {@code secondOfDay}, or {@link #NONE}. */
  int atLeast(int secondOfDay) {
    int hour = secondOfDay / 3600;
    if (hours.contains(hour)) {
      int minute = secondOfDay / 60 % 60;
      if (minutes.contains(minute)) {
        int second = seconds.atLeast(secondOfDay % 60);
        if (second != Values.NONE) {
          return time(hour, minute, second);
        }
      }
      int later = minutes.atLeast(minute + 1);
      if (later != Values.NONE) {
        return time(hour, later, seconds.first());
      }
    }
    int later = hours.atLeast(hour + 1);
    return later == Values.NONE ? NONE : time(later, minutes.first(), seconds.first());
  }

  /** Returns the last time that is not after {@code secondOfDay}, or {@link #NONE}. */
  int atMost(int secondOfDay) {
    int hour = secondOfDay / 3600;
    if (hours.contains(hour)) {
      int minute = secondOfDay / 60 % 60;
      if (minutes.contains(minute)) {
        int second = seconds.atMost(secondOfDay % 60);
        if (second != Values.NONE) {
          return time(hour, minute, second);
        }
      }
      int earlier = minutes.atMost(minute - 1);
      if (earlier != Values.NONE) {
        return time(hour, earlier, seconds.last());
      }
    }
    int earlier = hours.atMost(hour - 1);
    return earlier == Values.NONE ? NONE : time(earlier, minutes.last(), seconds.last());
  }

  int count() {
    return hours.count() * minutes.count() * seconds.count();
  }

  /** Returns how many times are before {@code secondOfDay}. */
  int countBefore(int secondOfDay) {
    int hour = secondOfDay / 3600;
    int minute = secondOfDay / 60 % 60;
    int before = hours.countBelow(hour) * minutes.count() * seconds.count();
    if (hours.contains(hour)) {
      before += minutes.countBelow(minute) * seconds.count();
      if (minutes.contains(minute)) {
        before += seconds.countBelow(secondOfDay % 60);
      }
    }
    return before;
  }

  private static int time(int hour, int minute, int second) {
    return hour * 3600 + minute * 60 + second;
  }
}
