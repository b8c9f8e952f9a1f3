package dev.timelapse.samples.replay.world;

import dev.timelapse.samples.housekeeping.backup.DataSet;
import dev.timelapse.samples.housekeeping.backup.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A store off site that keeps names only. While it is down every call fails; what it has stored it
 * never loses, and a call takes no time.
 */
public final class ScriptedSite implements ObjectStore {

  private final String name;
  private final NavigableSet<String> objects = new TreeSet<>();
  private boolean down;

  /** Creates an empty store that is up. */
  public ScriptedSite(String name) {
    this.name = name;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Lets all calls fail from now on, or no longer. */
  public void setDown(boolean isDown) {
    down = isDown;
  }

  @Override
  public void put(String object, DataSet data) throws IOException {
    requireUp();
    data.writeTo(OutputStream.nullOutputStream());
    objects.add(object);
  }

  @Override
  public boolean verify(String object) throws IOException {
    requireUp();
    return objects.contains(object);
  }

  @Override
  public List<String> list() throws IOException {
    requireUp();
    return new ArrayList<>(objects);
  }

  @Override
  public void delete(String object) throws IOException {
    requireUp();
    objects.remove(object);
  }

  private void requireUp() throws IOException {
    if (down) {
      throw new IOException(name + " is down");
    }
  }
}
