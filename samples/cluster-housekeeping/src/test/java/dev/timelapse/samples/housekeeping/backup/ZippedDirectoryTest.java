package dev.timelapse.samples.housekeeping.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZippedDirectoryTest {

  @TempDir Path directory;

  @Test
  void filesAndLinks_written_areTheFilesInOrder() throws Exception {
    Files.writeString(directory.resolve("b.txt"), "second");
    Files.createDirectories(directory.resolve("a/deep"));
    Files.writeString(directory.resolve("a/deep/first.txt"), "first");
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("b.txt"));

    assertThat(unzip(written()))
        .containsExactly(Map.entry("a/deep/first.txt", "first"), Map.entry("b.txt", "second"));
  }

  @Test
  void unchangedFiles_writtenTwice_areTheSameBytes() throws Exception {
    Files.writeString(directory.resolve("b.txt"), "second");

    assertThat(written()).isEqualTo(written());
  }

  @Test
  void missingDirectory_written_fails() {
    DataSet data = new ZippedDirectory(directory.resolve("missing"));

    assertThatIOException().isThrownBy(() -> data.writeTo(new ByteArrayOutputStream()));
  }

  private byte[] written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ZippedDirectory(directory).writeTo(bytes);
    return bytes.toByteArray();
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
