package dev.timelapse.testkit.outside;

import org.jspecify.annotations.Nullable;

/**
 * An answer that the script gives to a call, instead of what would answer it. It is thrown out of
 * Mockito's look-up of the stubbing, which happens after the call was registered and before it is
 * answered; no user sees it.
 */
final class ScriptedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final transient @Nullable Object value;

  ScriptedAnswer(@Nullable Object value) {
    super(null, null, false, false);
    this.value = value;
  }
}
