package dev.timelapse.samples.housekeeping.fleet;

import java.util.List;

/** Puts replicas of services on nodes. */
public interface Provisioner {

  /**
   * Returns what is placed now: asked once, when the daemon starts.
   *
   * @throws Exception if that cannot be told; the daemon does not start then
   */
  List<Replica> replicas() throws Exception;

  /**
   * Puts a replica on a node; does nothing if it is there already.
   *
   * @throws Exception if it could not be placed; another attempt follows in the next round
   */
  void place(Service service, Node node) throws Exception;

  /**
   * Takes a replica off a node; does nothing if there is none.
   *
   * @throws Exception if it could not be removed; another attempt follows in the next round
   */
  void remove(Service service, Node node) throws Exception;
}
