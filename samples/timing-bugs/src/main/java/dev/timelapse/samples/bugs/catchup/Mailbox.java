package dev.timelapse.samples.bugs.catchup;

import java.io.IOException;

/** A mailbox on a server that does not like to be asked often. */
interface Mailbox {
  void fetch() throws IOException;
}
