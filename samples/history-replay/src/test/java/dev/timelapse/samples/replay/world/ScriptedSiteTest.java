package dev.timelapse.samples.replay.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScriptedSiteTest {

  private final ScriptedSite site = new ScriptedSite("west");

  @Test
  void site_isUp_keepsWhatWasPutUntilItIsDeleted() throws IOException {
    site.put("one", out -> out.write(1));
    site.put("two", out -> out.write(2));
    site.delete("one");

    assertThat(site.list()).containsExactly("two");
    assertThat(site.verify("two")).isTrue();
    assertThat(site.verify("one")).isFalse();
  }

  @Test
  void site_isDown_failsEveryCallAndForgetsNothing() throws IOException {
    site.put("one", out -> out.write(1));
    site.setDown(true);

    assertThatThrownBy(() -> site.put("two", out -> {})).hasMessage("west is down");
    assertThatThrownBy(() -> site.verify("one")).hasMessage("west is down");
    assertThatThrownBy(site::list).hasMessage("west is down");
    assertThatThrownBy(() -> site.delete("one")).hasMessage("west is down");

    site.setDown(false);
    assertThat(site.list()).containsExactly("one");
  }

  @Test
  void data_cannotBeRead_isNotStored() throws IOException {
    assertThatThrownBy(
            () ->
                site.put(
                    "one",
                    out -> {
                      throw new IOException("unreadable");
                    }))
        .hasMessage("unreadable");

    assertThat(site.list()).isEmpty();
  }
}
