package dev.timelapse.samples.housekeeping.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryFileTest {

  private static final Service WEB = new Service(new ServiceSettings("web", 2));
  private static final Service DB = new Service(new ServiceSettings("db", 1));
  private static final Node ONE = new Node(0, new NodeSettings("one", "host", 1, false));
  private static final Node TWO = new Node(1, new NodeSettings("two", "host", 2, false));

  @TempDir Path directory;

  @Test
  void noFile_asked_nothingIsPlaced() throws Exception {
    assertThat(inventory().replicas()).isEmpty();
  }

  @Test
  void replicas_placedAndRemoved_standInTheFileInOrder() throws Exception {
    inventory().place(WEB, TWO);
    inventory().place(WEB, ONE);
    inventory().place(WEB, ONE);
    inventory().place(DB, ONE);
    inventory().remove(WEB, TWO);
    inventory().remove(WEB, TWO);

    assertThat(file()).hasContent("service,node\ndb,one\nweb,one\n");
    assertThat(inventory().replicas())
        .containsExactly(new Replica("db", "one"), new Replica("web", "one"));
  }

  @Test
  void processThatDiedWhileWriting_nextChange_isNotDisturbed() throws Exception {
    inventory().place(WEB, ONE);
    Files.writeString(directory.resolve("state/.inventory.csv.part"), "serv");

    assertThat(inventory().replicas()).containsExactly(new Replica("web", "one"));
    inventory().place(WEB, TWO);

    assertThat(file()).hasContent("service,node\nweb,one\nweb,two\n");
  }

  @Test
  void lineThatIsNone_read_isNamed() throws Exception {
    inventory().place(WEB, ONE);
    Files.writeString(file(), "service,node\nweb,one\nweb\n");

    assertThatIOException()
        .isThrownBy(() -> inventory().replicas())
        .withMessage(file() + ":3: expected \"service,node\", found \"web\"");
  }

  @Test
  void otherFile_read_isRefused() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "something else\n");

    assertThatIOException()
        .isThrownBy(() -> inventory().replicas())
        .withMessage(file() + ":1: the first line must be \"service,node\"");
  }

  /** A new one each time: nothing is remembered but what is in the file. */
  private Provisioner inventory() {
    return new InventoryFile(file());
  }

  private Path file() {
    return directory.resolve("state/inventory.csv");
  }
}
