package dev.timelapse.scheduler;

import dev.timelapse.testkit.LooksBack;

/** Breaks the rules: it needs a module above its own, and is public without a status. */
public final class LooksUp {

  public LooksBack needs() {
    return new LooksBack();
  }
}
