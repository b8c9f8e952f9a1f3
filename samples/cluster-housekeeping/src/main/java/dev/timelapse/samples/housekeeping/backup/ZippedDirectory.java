package dev.timelapse.samples.housekeeping.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All regular files below a directory, as a zip file in the order of their paths. Symbolic links
 * are not followed and left out.
 */
public final class ZippedDirectory implements DataSet {

  private final Path directory;

  /** Creates a data set; the directory must be there when it is written. */
  public ZippedDirectory(Path directory) {
    this.directory = directory;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(directory)) {
      files =
          found
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Path file : files) {
      ZipEntry entry = new ZipEntry(directory.relativize(file).toString().replace('\\', '/'));
      entry.setLastModifiedTime(Files.getLastModifiedTime(file));
      zip.putNextEntry(entry);
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
  }
}
