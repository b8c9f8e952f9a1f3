package dev.timelapse.testkit.recording;

import org.apiguardian.api.API;

/** Who may read a recording while the timeline goes on. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Readers {

  /** Lets anybody read at any time: for a recording that one thread writes and reads. */
  Readers ALL =
      new Readers() {
        @Override
        public boolean enter() {
          return false;
        }

        @Override
        public void leave() {}
      };

  /**
   * Lets the calling thread read, or refuses it.
   *
   * @return whether it is to call {@link #leave}, because it keeps others out until then
   * @throws IllegalStateException if what it would read is left to chance
   */
  boolean enter();

  /** Ends what {@link #enter} began. */
  void leave();
}
