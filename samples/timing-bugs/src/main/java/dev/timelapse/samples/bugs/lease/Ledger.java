package dev.timelapse.samples.bugs.lease;

/** What only the leader may write to. */
interface Ledger {
  void append(String node);
}
