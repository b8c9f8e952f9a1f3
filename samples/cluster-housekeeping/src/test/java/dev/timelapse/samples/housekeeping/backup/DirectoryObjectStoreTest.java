package dev.timelapse.samples.housekeeping.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryObjectStoreTest {

  private static final DataSet ABC = out -> out.write("abc".getBytes(UTF_8));

  /** The test vector of FIPS 180-2. */
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** Breaks off in the middle, as a process does that is killed. */
  private static final DataSet BREAKS_OFF =
      out -> {
        out.write("ab".getBytes(UTF_8));
        out.flush();
        throw new IOException("the cable is cut");
      };

  @TempDir Path directory;

  @Test
  void object_put_liesInTheDirectoryBesideItsChecksum() throws Exception {
    store().put("one.zip", ABC);

    assertThat(directory.resolve("one.zip")).hasContent("abc");
    assertThat(directory.resolve("one.zip.sha256")).hasContent(SHA256_OF_ABC + "  one.zip\n");
    assertThat(store().list()).containsExactly("one.zip");
    assertThat(store().verify("one.zip")).isTrue();
  }

  @Test
  void bitOfObject_turnsOver_isDetected() throws Exception {
    store().put("one.zip", ABC);
    Files.writeString(directory.resolve("one.zip"), "abb");

    assertThat(store().verify("one.zip")).isFalse();
  }

  @Test
  void objectOrChecksum_isLost_isDetected() throws Exception {
    store().put("one.zip", ABC);
    store().put("two.zip", ABC);
    Files.delete(directory.resolve("one.zip"));
    Files.delete(directory.resolve("two.zip.sha256"));

    assertThat(store().verify("one.zip")).isFalse();
    assertThat(store().verify("two.zip")).isFalse();
    assertThat(store().verify("never put")).isFalse();
  }

  @Test
  void newObject_breaksOff_isNotThere() throws Exception {
    assertThatIOException().isThrownBy(() -> store().put("one.zip", BREAKS_OFF));

    assertThat(directory.resolve("one.zip")).doesNotExist();
    assertThat(directory.resolve(".one.zip.part")).hasContent("ab");
    assertThat(store().list()).isEmpty();
  }

  @Test
  void objectThatReplacesAnother_breaksOff_leavesTheOther() throws Exception {
    store().put("one.zip", ABC);

    assertThatIOException().isThrownBy(() -> store().put("one.zip", BREAKS_OFF));

    assertThat(store().verify("one.zip")).isTrue();
    assertThat(directory.resolve("one.zip")).hasContent("abc");
  }

  @Test
  void processThatDiedBeforeTheChecksum_putAgain_isRepaired() throws Exception {
    Files.writeString(directory.resolve("one.zip"), "abc");
    Files.writeString(directory.resolve(".one.zip.sha256.part"), "ba78");
    assertThat(store().list()).isEmpty();

    store().put("one.zip", ABC);

    assertThat(store().list()).containsExactly("one.zip");
    assertThat(directory.resolve(".one.zip.sha256.part")).doesNotExist();
  }

  @Test
  void object_deleted_leavesNothing() throws Exception {
    store().put("one.zip", ABC);

    store().delete("one.zip");
    store().delete("one.zip");

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void directoryNotMounted_used_failsAndMakesNothing() {
    Path missing = directory.resolve("missing");
    ObjectStore store = new DirectoryObjectStore(missing);

    assertThatIOException()
        .isThrownBy(() -> store.put("one.zip", ABC))
        .withMessage(missing + " is not there: is it mounted?");
    assertThatIOException().isThrownBy(store::list);
    assertThatIOException().isThrownBy(() -> store.verify("one.zip"));
    assertThatIOException().isThrownBy(() -> store.delete("one.zip"));
    assertThat(missing).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".hidden", "../outside", "a/b", "a\\b"})
  void nameThatLeavesTheDirectory_put_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> store().put(name, ABC));
  }

  private ObjectStore store() {
    return new DirectoryObjectStore(directory);
  }
}
