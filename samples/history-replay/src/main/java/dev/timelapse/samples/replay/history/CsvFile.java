package dev.timelapse.samples.replay.history;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text file, plain or gzipped, whatever its name: a gzipped one begins with 1f 8b. */
final class CsvFile {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private CsvFile() {}

  static Reader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(Files.exists(file) ? "not a file" : "no such file");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      boolean gzipped = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
      in.reset();
      InputStream text = gzipped ? new GZIPInputStream(in) : in;
      return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
