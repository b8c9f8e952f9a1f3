package dev.timelapse.scheduler.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The zones of the JDK and the changes of their clocks, for tests that go through them all. */
final class ZoneSamples {

  private ZoneSamples() {}

  /** Returns all zones, grouped by what their clocks do in the period, in the order of names. */
  static List<List<ZoneId>> groups(Instant from, Instant to) {
    Map<List<Object>, List<ZoneId>> groups = new LinkedHashMap<>();
    for (ZoneId zone : allZones()) {
      List<Object> kind = new ArrayList<>(transitions(zone.getRules(), from, to));
      kind.add(zone.getRules().getOffset(from));
      groups.computeIfAbsent(kind, any -> new ArrayList<>()).add(zone);
    }
    return List.copyOf(groups.values());
  }

  /** Returns one zone of each group. */
  static List<ZoneId> distinctZones(Instant from, Instant to) {
    return groups(from, to).stream().map(group -> group.get(0)).toList();
  }

  /** Returns every change of any clock of the world in the period, each with a zone that has it. */
  static Map<ZoneOffsetTransition, ZoneId> distinctTransitions(Instant from, Instant to) {
    Map<ZoneOffsetTransition, ZoneId> zones = new LinkedHashMap<>();
    for (ZoneId zone : allZones()) {
      for (ZoneOffsetTransition transition : transitions(zone.getRules(), from, to)) {
        zones.putIfAbsent(transition, zone);
      }
    }
    return zones;
  }

  private static List<ZoneId> allZones() {
    return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
  }

  private static List<ZoneOffsetTransition> transitions(ZoneRules rules, Instant from, Instant to) {
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      transitions.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }
}
