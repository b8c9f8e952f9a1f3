package dev.timelapse.samples.housekeeping.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of the copies at one site, the oldest first. For one thread. */
final class SiteCopies {

  private final Site site;
  private final TreeMap<Instant, CopyState> copies = new TreeMap<>();

  SiteCopies(Site site) {
    this.site = site;
  }

  String name() {
    return site.name();
  }

  Copy copy(Instant takenAt) {
    return new Copy(site.name(), takenAt);
  }

  /** Asks the store which copies there are; what it has not, is forgotten. */
  void refresh() throws Exception {
    List<Instant> found =
        site.store().list().stream()
            .map(name -> Copy.named(name, site.name()))
            .filter(Objects::nonNull)
            .map(Copy::takenAt)
            .toList();
    copies.keySet().retainAll(found);
    found.forEach(takenAt -> copies.putIfAbsent(takenAt, CopyState.UNVERIFIED));
  }

  /** Writes a copy and reads it back. */
  void make(Copy copy, DataSet data) throws Exception {
    site.store().put(copy.name(), data);
    if (!verify(copy)) {
      throw new BadCopyException(copy);
    }
  }

  /** Reads a copy back. Answers whether it is good. */
  boolean verify(Copy copy) throws Exception {
    boolean good = site.store().verify(copy.name());
    copies.put(copy.takenAt(), good ? CopyState.GOOD : CopyState.BAD);
    return good;
  }

  void delete(Copy copy) throws Exception {
    site.store().delete(copy.name());
    copies.remove(copy.takenAt());
  }

  @Nullable Copy newest() {
    return copies.isEmpty() ? null : copy(copies.lastKey());
  }

  @Nullable Instant newestGood() {
    return newestGood(copies);
  }

  /**
   * Returns when the newest good copy was taken, those left out that were taken while the wall
   * clock was ahead of what it shows now.
   */
  @Nullable Instant newestGood(Instant now) {
    return newestGood(copies.headMap(now, true));
  }

  private static @Nullable Instant newestGood(NavigableMap<Instant, CopyState> copies) {
    return copies.descendingMap().entrySet().stream()
        .filter(entry -> entry.getValue() == CopyState.GOOD)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Returns all copies but the newest, those known to be bad left out. */
  List<Copy> old() {
    return copies.entrySet().stream()
        .filter(entry -> entry.getValue() != CopyState.BAD)
        .map(Map.Entry::getKey)
        .filter(takenAt -> takenAt.isBefore(copies.lastKey()))
        .map(this::copy)
        .toList();
  }

  /** Returns the copies taken before an instant, without the newest good ones. */
  List<Copy> expired(Instant before, int keepGood) {
    List<Instant> kept =
        copies.descendingMap().entrySet().stream()
            .filter(entry -> entry.getValue() == CopyState.GOOD)
            .map(Map.Entry::getKey)
            .limit(keepGood)
            .toList();
    return copies.headMap(before).keySet().stream()
        .filter(takenAt -> !kept.contains(takenAt))
        .map(this::copy)
        .toList();
  }

  int size() {
    return copies.size();
  }

  int good() {
    return (int) copies.values().stream().filter(state -> state == CopyState.GOOD).count();
  }
}
