package dev.timelapse.samples.housekeeping.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TcpProbeTest {

  private final TcpProbe probe = new TcpProbe(Duration.ofSeconds(30));

  @Test
  void listener_closes_answersNoMore() throws Exception {
    Node node;
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      node = node("127.0.0.1", listener.getLocalPort());
      assertThat(probe.answers(node)).isTrue();
      assertThat(probe.answers(node)).isTrue();
    }
    assertThat(probe.answers(node)).isFalse();
  }

  @Test
  void hostName_isNotKnown_doesNotAnswer() {
    assertThat(probe.answers(node("no-such-host.invalid", 22))).isFalse();
  }

  @Test
  void timeout_isZero_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TcpProbe(Duration.ZERO));
  }

  private static Node node(String host, int port) {
    return new Node(0, new NodeSettings("node", host, port, false));
  }
}
