package dev.timelapse.samples.housekeeping.backup;

import dev.timelapse.samples.housekeeping.files.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory as an object store, for example a mounted file system. Beside each object lies its
 * SHA-256 checksum in a file that {@code sha256sum -c} reads; it is written last and deleted first,
 * and an object without one is not there.
 *
 * <p>The directory itself is never made: when it is missing, the file system is not mounted, and
 * the store is down.
 */
public final class DirectoryObjectStore implements ObjectStore {

  private static final String CHECKSUM = ".sha256";

  private final Path directory;

  /** Creates a store; the directory must be there when the store is used. */
  public DirectoryObjectStore(Path directory) {
    this.directory = directory;
  }

  @Override
  public void put(String name, DataSet data) throws IOException {
    requireMounted();
    MessageDigest digest = sha256();
    AtomicFiles.write(object(name), out -> data.writeTo(new DigestOutputStream(out, digest)));
    AtomicFiles.write(checksum(name), hex(digest) + "  " + name + "\n");
  }

  @Override
  public boolean verify(String name) throws IOException {
    requireMounted();
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(object(name));
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
      return Files.readString(checksum(name)).startsWith(hex(digest) + " ");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public List<String> list() throws IOException {
    requireMounted();
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CHECKSUM) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - CHECKSUM.length()))
          .sorted()
          .toList();
    }
  }

  @Override
  public void delete(String name) throws IOException {
    requireMounted();
    Files.deleteIfExists(checksum(name));
    Files.deleteIfExists(object(name));
  }

  private Path object(String name) {
    if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" names no object: no dot in front, no slashes, not empty");
    }
    return directory.resolve(name);
  }

  private Path checksum(String name) {
    return object(name + CHECKSUM);
  }

  private void requireMounted() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(directory + " is not there: is it mounted?");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
