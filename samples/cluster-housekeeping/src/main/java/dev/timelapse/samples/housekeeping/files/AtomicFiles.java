package dev.timelapse.samples.housekeeping.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files that are seen whole or not at all: into a file beside it first, which takes its
 * place when it is complete and on the disk.
 */
public final class AtomicFiles {

  /** How the names of incomplete files end. */
  public static final String PART = ".part";

  private AtomicFiles() {}

  /** What is written. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes it, without closing the stream.
     *
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, and replaces what was there. Makes the directories above it.
   *
   * @throws IOException if it was not written: what was there still is
   */
  public static void write(Path file, Content content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(file + " is no file");
    }
    Files.createDirectories(directory);
    Path part = directory.resolve("." + file.getFileName() + PART);
    try (FileOutputStream disk = new FileOutputStream(part.toFile());
        OutputStream out = new BufferedOutputStream(disk, 1 << 16)) {
      content.writeTo(out);
      out.flush();
      disk.getFD().sync();
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Writes a text file, as {@link #write(Path, Content)} does.
   *
   * @throws IOException if it was not written: what was there still is
   */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
