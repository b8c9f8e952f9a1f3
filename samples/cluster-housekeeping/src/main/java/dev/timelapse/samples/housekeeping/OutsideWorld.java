package dev.timelapse.samples.housekeeping;

import dev.timelapse.samples.housekeeping.backup.Choice;
import dev.timelapse.samples.housekeeping.backup.DataSet;
import dev.timelapse.samples.housekeeping.backup.Site;
import dev.timelapse.samples.housekeeping.fleet.NodeProbe;
import dev.timelapse.samples.housekeeping.fleet.Provisioner;
import dev.timelapse.samples.housekeeping.paging.Pager;
import dev.timelapse.scheduler.fork.ProcessLauncher;
import java.util.List;

/**
 * All that the daemon reaches outside itself.
 *
 * @param probe asks nodes
 * @param provisioner places replicas
 * @param data what is copied
 * @param sites where it is copied to
 * @param choice which old copy is verified
 * @param processes starts the process of the capacity report
 * @param pager reaches the person on call
 */
public record OutsideWorld(
    NodeProbe probe,
    Provisioner provisioner,
    DataSet data,
    List<Site> sites,
    Choice choice,
    ProcessLauncher processes,
    Pager pager) {

  /** Copies the sites. */
  public OutsideWorld {
    sites = List.copyOf(sites);
  }
}
