package dev.timelapse.samples.bugs.clockchange;

import java.time.LocalDate;

/** Charges all customers for a day. */
interface Billing {
  void charge(LocalDate day);
}
